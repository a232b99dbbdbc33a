"""The kinds of windows by the names that config.json gives them."""
from typing import Callable

from windows.hand_source import HandSource
from windows.kinds.chimera import chimera
from windows.kinds.cut_motion import cut_motion
from windows.kinds.digit import digit
from windows.kinds.frozen_start import frozen_start
from windows.kinds.gone import gone
from windows.kinds.letter import letter
from windows.kinds.passing import passing
from windows.kinds.relaxed import relaxed
from windows.kinds.shown import Shown
from windows.kinds.transition import transition
from windows.kinds.travel import travel
from windows.kinds.wave import wave

KINDS: dict[str, Callable[[HandSource, int], Shown]] = {
    "letter": letter,
    "frozenStart": frozen_start,
    "transition": transition,
    "cutMotion": cut_motion,
    "chimera": chimera,
    "relaxed": relaxed,
    "wave": wave,
    "travel": travel,
    "gone": gone,
    "digit": digit,
    "passing": passing,
}
