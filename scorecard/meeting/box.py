"""A box that lies on the meeting until it is left."""

from __future__ import annotations

from textual import events
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget


class Box(ModalScreen[ScreenResultType]):
    """Keys that are pressed before the box is drawn reach its first field: who types fast loses no letter."""

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key] = []

    def leave(self, result: ScreenResultType | None = None) -> None:
        """Leave with what was done or chosen; once left, a second key leaves nothing more."""
        if self.is_current:
            self.dismiss(result)

    def _forward_event(self, event: events.Event) -> None:
        """Keep a key for which there is no field yet; later it would be too late to know that there was none."""
        if isinstance(event, events.Key) and self.focused is None:
            self._early.append(event)
        else:
            super()._forward_event(event)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Hand the keys over that were kept."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        if widget is not None:
            early, self._early = self._early, []
            for event in early:
                widget.post_message(events.Key(event.key, event.character))
