"""What can be said of the hands [n, 21, 3] of one clip, whatever letter they show."""
import numpy as np

KNUCKLES = [5, 9, 13, 17]
MIRROR = np.array([-1, 1, 1], np.float32)
HALF_DEPTH = np.array([1, 1, 0.5], np.float32)  # depth is only estimated


def present(frames: np.ndarray) -> np.ndarray:
    """[n] true where a frame [n, 21, 3] holds a hand."""
    return frames.reshape(len(frames), -1).any(1)


def as_right(frames: np.ndarray, left: bool) -> np.ndarray:
    """A left hand mirrored to a right one; [n, 21, 3]."""
    return frames * MIRROR if left else frames


def palm_size(frames: np.ndarray) -> float:
    """Mean distance wrist to knuckles over the frames [n, 21, 3], depth counted half."""
    arms = (frames[:, KNUCKLES] - frames[:, :1]) * HALF_DEPTH
    return float(np.linalg.norm(arms, axis=-1).mean()) + 1e-6
