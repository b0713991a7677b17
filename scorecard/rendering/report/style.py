"""The style sheet of the page. Colours are those of the palette, by their roles; nothing is loaded."""

from __future__ import annotations

from base64 import b64encode

from scorecard.rendering.palette import LIGHT, band_role
from scorecard.rendering.report.colours import colour_rules

_BASE = """
*{box-sizing:border-box}
html{font:15px/1.5 Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif;
 background:var(--page);color:var(--ink);scroll-padding-top:4rem;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
body{margin:0}
.page{max-width:1240px;margin:0 auto;padding:0 24px}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd{margin:0;padding:0}
h1{font-size:2.1rem;line-height:1.15;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.25;letter-spacing:-.012em}
h3{font-size:1.08rem;line-height:1.35}
h4{font-size:1.08rem;line-height:1.3}
a{color:var(--band-0-text);text-decoration-thickness:1px;text-underline-offset:.16em}
code{font:.86em ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;color:var(--muted)}
ul,ol{list-style:none}
:focus-visible{outline:3px solid var(--theme-0);outline-offset:2px;border-radius:4px}
main:focus{outline:none}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.small{font-size:.86rem;color:var(--muted)}
.label{font-size:.8rem;font-weight:600;color:var(--muted)}
.lead{color:var(--muted);margin:-.4rem 0 1rem}
.meaning{color:var(--muted)}
.skip{position:absolute;left:-100vw;top:8px;z-index:3;background:var(--card);padding:.5rem .8rem;border-radius:6px}
.skip:focus{left:8px}
section{padding:2.2rem 0 0}
section>h2{margin-bottom:.7rem}
section>h3{margin:1.4rem 0 .5rem}
footer{margin-top:3rem!important;padding-top:1rem!important;padding-bottom:2rem!important;
 border-top:1px solid var(--rule);color:var(--muted);font-size:.86rem}
"""

_BAR = """
.bar-top{position:sticky;top:0;z-index:2;display:flex;gap:1rem;align-items:center;justify-content:space-between;
 padding:.5rem max(24px,calc((100vw - 1192px)/2));background:var(--page);border-bottom:1px solid var(--rule)}
.bar-top ul{display:flex;gap:.2rem 1.2rem;flex-wrap:wrap;font-size:.9rem}
.bar-top a{color:var(--muted);text-decoration:none;font-weight:500}
.bar-top a:hover{color:var(--ink);text-decoration:underline}
button{font:600 .82rem/1 inherit;font-family:inherit;color:var(--ink);background:var(--card);cursor:pointer;
 border:1px solid var(--outline);border-radius:999px;padding:.5rem .9rem;flex:none;white-space:nowrap}
button[aria-pressed=true]{background:var(--track)}
button[hidden]{display:none}
"""

_MARKS = """
.mark{width:1.02em;height:1.02em;vertical-align:-.14em;margin-right:.4em;flex:none;overflow:visible}
.cut{fill:none;stroke:var(--cut);stroke-width:2.7;stroke-linecap:round;stroke-linejoin:round}
.ring{fill:none;stroke:var(--no-data);stroke-width:2.6;stroke-dasharray:5 3.4}
.status{white-space:nowrap}
.t-on-track{color:var(--on-track-text)}.t-at-risk{color:var(--at-risk-text)}
.t-off-track{color:var(--off-track-text)}.t-no-data{color:var(--no-data-text)}
.counts .mark,.status .mark{font-size:1em}
"""

_HEAD = """
.head{padding-top:2rem}
.eyebrow{font-weight:600;color:var(--muted);margin-bottom:.25rem}
.when{margin-top:.35rem;color:var(--muted)}.when strong{color:var(--ink)}
.mission{margin-top:.6rem;max-width:70ch;font-size:1.05rem}
.scores{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,290px),1fr));gap:12px;margin:1.4rem 0 .9rem}
.score,.tiles>li{border:1px solid var(--outline);border-radius:12px;background:var(--card);padding:14px 18px}
.figure{font-size:2rem;font-weight:700;line-height:1.2;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.word{font-weight:600}
.score{display:grid;grid-template-columns:minmax(0,1fr) auto}.score>p{grid-column:1}
.score>p:nth-child(4){grid-area:1/2/span 3;align-self:center}
.score .mark{width:1.5rem;height:1.5rem;vertical-align:-.1rem;margin-right:.5rem}
.counts{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:.2rem 0}
.notes{margin-top:1rem;display:grid;gap:6px}
.notes>li{padding:.5rem .9rem;border-left:4px solid var(--outline);background:var(--band-5-tint);
 border-radius:0 8px 8px 0}
.notes>.caution{border-left-color:var(--at-risk);background:var(--band-3-tint)}
.notes ul{list-style:disc;padding-left:1.2rem;color:var(--muted)}
"""

_PARTS = """
.changes>li,.focus>li,.flags>li{padding:.3rem 0 .3rem 1.9rem;text-indent:-1.45em}
.changes>li>*,.focus>li>*,.flags>li>*{text-indent:0}
.new{font-weight:600}
.changes>li>p{max-width:100ch}
ul.small{list-style:disc;padding-left:1.2rem;margin-top:.5rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,265px),1fr));gap:12px}
.tiles .figure{font-size:1.5rem}
.tiles h3{font-size:.92rem;font-weight:600;color:var(--muted)}
.tiles details{margin-top:.5rem}
.ranking th,.ranking td{padding-right:.6rem}
.ranking td:nth-child(2){white-space:nowrap;color:var(--muted);font-size:.86rem}
.ranking caption{font-weight:600;color:var(--ink)}
.side-by-side{display:grid;gap:12px 28px;align-items:start;
 grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr))}
.map{overflow-x:auto;padding:8px 0 2px;border:1px solid var(--outline);border-radius:14px;background:var(--page)}
.map>svg{display:block;width:100%;min-width:900px;height:auto}
.map a{text-decoration:none}
.map [data-goal],.map [data-from]{transition:opacity .15s}
.map .tracing [data-goal]:not(.on),.map .tracing [data-from]:not(.on){opacity:.13}
.map .tracing .halo{opacity:0}
.map a:focus-visible,.map [data-goal]:focus-visible{outline:3px solid var(--theme-0);outline-offset:3px}
@media (prefers-reduced-motion:reduce){.map [data-goal],.map [data-from]{transition:none}}
details{margin-top:.8rem}
summary{cursor:pointer;font-weight:600;color:var(--band-0-text);padding:.15rem 0;width:fit-content}
details[open]>summary{margin-bottom:.5rem}
.facts{display:grid;grid-template-columns:minmax(6.5rem,max-content) 1fr;gap:.2rem 1.1rem;margin:.5rem 0}
.facts dt{color:var(--muted)}
.definition{border-top:1px solid var(--rule);padding-top:.6rem;margin-top:.6rem}
.events{list-style:decimal;padding-left:1.6rem;columns:2 26rem;column-gap:2.5rem;margin-top:.6rem;font-size:.9rem}
"""

_GOALS = """
.perspective{border-radius:12px;padding:12px 18px;margin:1.6rem 0 .9rem}
.perspective h3{font-size:1.2rem}
.questions{color:var(--muted)}
.goal-card{border:1px solid var(--outline);border-left:6px solid var(--no-data);border-radius:12px;
 background:var(--card);padding:18px 22px;margin:14px 0}
.many .goal-card{content-visibility:auto;contain-intrinsic-size:auto 720px}
.b-on-track{border-left-color:var(--on-track)}.b-at-risk{border-left-color:var(--at-risk)}
.b-off-track{border-left-color:var(--off-track)}
.goal-card:target{box-shadow:0 0 0 3px var(--theme-0)}
.goal-head{display:flex;justify-content:space-between;gap:6px 24px;flex-wrap:wrap;
 align-items:baseline;margin-bottom:.5rem}
.goal-head h4{font-size:1.25rem;letter-spacing:-.01em}
.goal-head .figure{font-size:1.7rem}
.goal-head .mark{width:1.25rem;height:1.25rem;vertical-align:-.1rem}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px 32px;align-items:start}
.told{display:grid;gap:.6rem}
.bars{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .9rem;align-items:center}
.bars dt{font-weight:600;font-size:.86rem}
.bars dd{display:grid;grid-template-columns:minmax(60px,200px) 3.6rem minmax(6.5rem,1fr);gap:.7rem;align-items:center}
.bars .small:only-child{grid-column:1/-1}
.bar{display:block;width:100%;height:8px;border-radius:4px}
.tick{fill:var(--ink);opacity:.45}
.number{font-weight:600;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.links dd{display:grid;gap:.15rem}
.said{margin-top:.8rem;padding:.6rem .9rem;background:var(--band-5-tint);border-radius:8px}
.said h5{font-size:.8rem;color:var(--muted);font-weight:600}
figure{margin:0}
figcaption{font-size:.8rem;color:var(--muted);margin-top:.2rem}
.chart{width:100%;height:auto;display:block}
.chart .zone{opacity:.1}
.chart .grid{stroke:var(--rule);stroke-width:1}
.chart .axis{font-size:11px;fill:var(--muted);font-variant-numeric:tabular-nums}
.chart .event{stroke:var(--link);stroke-width:1;stroke-dasharray:2 3}
.chart polyline{fill:none;stroke-linejoin:round;stroke-linecap:round}
.chart .lagging{stroke:var(--ink);stroke-width:2.2}
.chart .leading{stroke:var(--theme-0);stroke-width:1.4;stroke-dasharray:5 3}
.spark{width:96px;height:26px;display:block}
.spark .line{fill:none;stroke:var(--link);stroke-width:1.6;stroke-linejoin:round}
.spark .alone{fill:var(--link)}.spark .now{fill:var(--ink)}
.spark .break{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 2}
"""

_TABLES = """
table{border-collapse:collapse;width:100%;margin:.7rem 0}
caption{text-align:left;padding:.2rem 0 .3rem;color:var(--muted)}
caption strong{color:var(--ink)}
th,td{text-align:left;vertical-align:top;padding:.42rem .8rem .42rem 0;border-bottom:1px solid var(--rule)}
thead th{overflow-wrap:normal;font-size:.8rem;font-weight:600;color:var(--muted);vertical-align:bottom}
tbody th{font-weight:500}
.n{text-align:right;font-variant-numeric:tabular-nums}
td.n,td[data-label=Part],td[data-label=Trend],td[data-label=State],td[data-label=Due],td[data-label=Status]{
 overflow-wrap:normal}
td.n,td[data-label=Trend]{white-space:nowrap}
.kpis td.n,.kpis .status{white-space:normal}
.kpis tbody th{min-width:8rem}
.note,.doubt{display:block;font-size:.84rem;color:var(--muted);font-weight:400}
.note.t-at-risk{color:var(--at-risk-text)}
.split thead th{overflow-wrap:anywhere;min-width:4.5rem}
.wide{overflow-x:auto}
.lines thead th:first-child{width:24%}
.lines thead th:last-child{width:40%}
.lines td[data-label=Outlook]{white-space:nowrap}
.made-of{font-size:.92rem}
@media screen and (max-width:960px){
 .page{padding:0 16px}
 .bar-top{position:static;padding:.6rem 16px;align-items:flex-start}
 html{scroll-padding-top:.5rem}
 h1{font-size:1.6rem}h2{font-size:1.25rem}
 .beside{grid-template-columns:minmax(0,1fr)}
 .goal-card{padding:14px 16px}
 .bars dd{grid-template-columns:minmax(40px,200px) 3.4rem}
 .bars dd .small{grid-column:1/-1}
 .fold,.fold tbody,.fold caption{display:block}
 .fold thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
 .fold tr{display:block;padding:.55rem 0;border-bottom:1px solid var(--rule)}
 .fold th,.fold td{display:block;border:0;padding:.1rem 0;text-align:left}
 .fold tbody th{font-weight:600}
 .fold td{display:grid;grid-template-columns:7.4rem minmax(0,1fr);gap:.6rem}
 .fold td::before{content:attr(data-label);color:var(--muted);font-size:.84rem}
 .fold td,.fold td.n,.fold .status{white-space:normal;overflow-wrap:anywhere}
 .kpis tbody th{min-width:0}
 .kpis tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:.2rem .7rem}
 .kpis tbody th{grid-column:1/-1}
 .fold.kpis td{display:block}.kpis td::before{display:block}
 .chart{overflow:visible}.chart .axis{font-size:17px}.chart .minor{display:none}
}
"""

_PRINT = """
@media print{
 @page{margin:14mm}
 html{font-size:10.5px}
 .bar-top,.skip,button,details:not([open]){display:none}
 .page{padding:0;max-width:none}
 section{padding-top:1.4rem}
 #map>.lead{display:none}
 .many .goal-card{content-visibility:visible}
 .goal-card{break-inside:avoid-page}
 .score,.tiles>li,.map,tr,.perspective{break-inside:avoid}
 h2,h3,h4,.goal-head,.perspective{break-after:avoid}
 .map{overflow:visible}.map>svg{min-width:0;width:auto;max-width:100%;max-height:148mm;margin:0 auto}
 a{color:inherit;text-decoration:none}
 *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""


def style_sheet(font: bytes | None) -> str:
    """All rules; with ``font`` (a WOFF file of Inter in all weights) the page carries its letters with it."""
    bands = "".join(
        f".{role}{{background:var(--{role}-tint)}}.{role} h3{{color:var(--{role}-text)}}"
        for role in map(band_role, range(len(LIGHT.bands)))
    )
    parts = (_font_face(font), colour_rules(), _BASE, _BAR, _MARKS, _HEAD, _PARTS, _GOALS, bands, _TABLES, _PRINT)
    return "\n".join(part.strip() for part in parts if part)


def _font_face(font: bytes | None) -> str:
    if font is None:
        return ""
    data = b64encode(font).decode()
    return f"@font-face{{font-family:Inter;font-weight:400 700;src:url(data:font/woff;base64,{data}) format('woff')}}"
