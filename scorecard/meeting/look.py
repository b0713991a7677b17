"""How the meeting looks: the colours of the terminal, and where things stand."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES

# The sixteen colours of the terminal itself, so that a light one stays light.
THEME = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="terminal",
    accent="ansi_blue",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
        "input-cursor-text-style": "reverse",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_blue",
        "scrollbar-active": "ansi_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)

CSS = """
Screen { layout: vertical; }
#top { height: auto; max-height: 4; padding: 0 1; }
#middle { height: 1fr; }
#outline { width: 38%; min-width: 30; max-width: 54; border-right: solid ansi_bright_black; }
#page { width: 1fr; }
#said { height: auto; max-height: 3; padding: 0 1; color: ansi_blue; }
#said.wrong { color: ansi_red; }
ModalScreen { align: center middle; background: transparent; }
#box {
    width: 78; max-width: 100%; height: auto; max-height: 100%; padding: 0 1; scrollbar-size-vertical: 1;
    border: round ansi_blue; background: ansi_default; color: ansi_default;
}
MapBox { align: left top; background: ansi_default; }
MapBox #keys { color: ansi_bright_black; padding: 0 1; }
Chart { overflow-x: hidden; scrollbar-size-vertical: 1; color: ansi_default; background: ansi_default; }
FindDialog #box, HelpDialog #box { height: 36; }
#box Sheet { height: 1fr; }
#box .title { text-style: bold; }
#box .label, #box .keys { color: ansi_bright_black; }
#box .wrong { color: ansi_red; height: auto; }
#answer { height: auto; }
#box Input, #box TextArea { border: round ansi_bright_black; background: ansi_default; padding: 0 1; }
#box Input { height: 3; }
#box Input:focus, #box TextArea:focus { border: round ansi_blue; background: ansi_default; }
#box Input > .input--cursor { color: ansi_default; background: ansi_default; text-style: reverse; }
#box Input > .input--placeholder { color: ansi_bright_black; }
#box Input > .input--selection { color: ansi_default; background: ansi_default; text-style: reverse; }
.ascii #outline { border-right: ascii ansi_bright_black; }
.ascii #box { border: ascii ansi_blue; }
.ascii #box Input, .ascii #box TextArea { border: ascii ansi_bright_black; }
.ascii #box Input:focus, .ascii #box TextArea:focus { border: ascii ansi_blue; }
"""
