"""Hands that are several letters at once."""
from windows.fingers import FINGERS
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import drift


def chimera(source: HandSource, count: int) -> Shown:
    """Hands whose fingers come from different letters, turned as one."""
    palm = source.still_hand(count)
    palm = palm - palm[:, :, :1]
    joints = palm.clone()
    for finger in FINGERS:
        other = source.still_hand(count)
        base, tail = finger[:1], finger[1:]
        joints[:, :, tail] = palm[:, :, base] + other[:, :, tail] - other[:, :, base]
    return nonletter(joints + drift(source.chance, count))
