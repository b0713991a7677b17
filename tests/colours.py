"""Colours as people see them: contrast, how far two are apart, and how they look to the colour-blind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Sight: TypeAlias = Literal["full", "protan", "deutan", "tritan"]
Triple: TypeAlias = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
_SIGHT: dict[Sight, Sequence[Sequence[float]]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# IEC 61966-2-1: linear RGB to XYZ under D65.
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2, from 1 to 21."""
    dark, light = sorted(float(np.dot(_XYZ[1], _linear(colour))) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, sight: Sight = "full") -> float:
    """How far two colours are apart for eyes of a kind (CIE76, ΔE); about 2 is just to be seen."""
    return float(np.linalg.norm(_lab(one, sight) - _lab(other, sight)))


def _linear(colour: str) -> Triple:
    assert len(colour) == 7
    values = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _lab(colour: str, sight: Sight) -> Triple:
    seen = np.clip(np.array(_SIGHT[sight]) @ _linear(colour), 0, 1)
    share = np.array(_XYZ) @ seen / np.array(_WHITE)
    root = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])
