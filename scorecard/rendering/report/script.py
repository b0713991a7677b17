"""The script of the page: traces causes and effects on the map, switches between light and dark, opens what is linked.

It asks nothing of anybody: the page works without it, only less comfortably.
"""

SCRIPT = """
(() => {
  'use strict';
  const root = document.documentElement;

  // Light or dark: the reader's system decides until the button does.
  const button = document.getElementById('theme');
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const kept = { get: () => { try { return sessionStorage.getItem('theme'); } catch { return null; } },
                 set: (value) => { try { sessionStorage.setItem('theme', value); } catch { /* not kept then */ } } };
  const isDark = () => (root.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => { button.setAttribute('aria-pressed', String(isDark())); };
  if (kept.get()) root.dataset.theme = kept.get();
  button.hidden = false;
  button.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark';
                                           kept.set(root.dataset.theme); show(); });
  system.addEventListener('change', show);
  show();

  // What a link leads to is opened, wherever it is folded away.
  const reveal = () => {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* no address of ours */ }
    const there = id && document.getElementById(id);
    if (!there) return;
    for (let up = there; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
    there.scrollIntoView();
  };
  window.addEventListener('hashchange', reveal);
  if (location.hash) reveal();

  // The map: causes and effects of the goal that is pointed at, all the way.
  // Listeners stand on the box around: a picture that listens for focus would itself be a stop of the tab key.
  const box = document.querySelector('.map');
  const map = box && box.querySelector('svg');
  if (!map) return;
  const goals = new Map([...map.querySelectorAll('[data-goal]')].map((goal) => [goal.dataset.goal, goal]));
  const links = [...map.querySelectorAll('[data-from]')];
  const next = (near, far) => {
    const found = new Map();
    for (const link of links) {
      if (!found.has(link.dataset[near])) found.set(link.dataset[near], []);
      found.get(link.dataset[near]).push([link, link.dataset[far]]);
    }
    return found;
  };
  const causes = next('to', 'from');
  const effects = next('from', 'to');
  const walk = (start, ways, lit) => {
    const seen = new Set([start]);
    for (const at of seen) {
      for (const [link, other] of ways.get(at) || []) { lit.add(link); seen.add(other); }
    }
    for (const id of seen) if (goals.has(id)) lit.add(goals.get(id));
  };
  let lit = new Set();
  const clear = () => {
    map.classList.remove('tracing');
    for (const part of lit) part.classList.remove('on');
    lit = new Set();
  };
  const trace = (id) => {
    clear();
    walk(id, causes, lit);
    walk(id, effects, lit);
    for (const part of lit) part.classList.add('on');
    map.classList.add('tracing');
  };
  const goalOf = (event) => {
    const goal = event.target.closest && event.target.closest('[data-goal]');
    return goal || (event.target.querySelector && event.target.tagName === 'a'
      ? event.target.querySelector('[data-goal]') : null);
  };
  for (const kind of ['mouseover', 'focusin']) {
    box.addEventListener(kind, (event) => { const goal = goalOf(event); if (goal) trace(goal.dataset.goal); });
  }
  for (const kind of ['mouseleave', 'focusout']) box.addEventListener(kind, clear);
  box.addEventListener('mouseout', (event) => {
    if (!event.relatedTarget || !event.relatedTarget.closest('[data-goal]')) clear();
  });
  box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;  // on a phone: the cards, not the empty left end
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') clear(); });
})();
"""
