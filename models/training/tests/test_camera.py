"""Other hands, other cameras, lost detections."""
import torch

from data.alphabet import LETTERS
from windows.camera.other_hand import other_hand
from windows.camera.presence import presence
from windows.camera.view import view, view_angles
from windows.fingers import FINGERS
from windows.hand_source import HandSource
from windows.still_clips import still_clips

COUNT = 64
CHANGES = (
    "rotateX", "rotateY", "rotateZ", "turnSideways", "aspect", "perspective", "noise", "zScale", "bend",
    "fingerLength",
)
LETTER_NUMBERS = torch.arange(COUNT) % len(LETTERS)


def only(source: HandSource, **changes: float) -> HandSource:
    source.augment = {**source.augment, **dict.fromkeys(CHANGES, 0.0), **changes}
    return source


def bones(clip: torch.Tensor) -> torch.Tensor:
    """Lengths of all finger bones [b, n, 5, 3]."""
    fingers = clip[:, :, FINGERS]
    return (fingers[:, :, :, 1:] - fingers[:, :, :, :-1]).norm(dim=-1)


def seen(source: HandSource, clip: torch.Tensor, flat: bool = False) -> torch.Tensor:
    return view(source.chance, source.augment, clip, LETTER_NUMBERS, torch.full((len(clip),), flat))


def angles_of(source: HandSource, letters: torch.Tensor) -> torch.Tensor:
    return view_angles(source.chance, source.augment, letters)


def clips(source: HandSource) -> torch.Tensor:
    return still_clips(source, LETTER_NUMBERS)


def test_nothing_changes_when_nothing_is_to_change(source: HandSource) -> None:
    clip = clips(only(source))
    assert torch.allclose(seen(source, other_hand(source.chance, source.augment, clip)), clip, atol=1e-5)


def test_longer_fingers_keep_wrist_knuckles_and_direction(source: HandSource) -> None:
    clip = clips(only(source, fingerLength=0.1))
    changed = other_hand(source.chance, source.augment, clip)
    roots = [0, *FINGERS[:, 0]]
    assert torch.allclose(changed[:, :, roots], clip[:, :, roots], atol=1e-5)
    ratio = bones(changed) / bones(clip)
    assert ratio.std() > 0.05
    assert torch.allclose(ratio, ratio[:, :1, :, :1].expand_as(ratio), atol=1e-3)


def test_bent_fingers_keep_their_lengths_nearly(source: HandSource) -> None:
    clip = clips(only(source, bend=0.04))
    changed = other_hand(source.chance, source.augment, clip)
    assert (bones(changed) / bones(clip) - 1).abs().mean() < 0.01
    assert (changed - clip).abs().max() > 0.02


def test_a_turned_hand_keeps_its_bones(source: HandSource) -> None:
    clip = clips(only(source, rotateX=0.4, rotateY=0.4, rotateZ=0.4))
    assert torch.allclose(bones(seen(source, clip)), bones(clip), atol=1e-4)


def test_only_letters_that_point_sideways_are_turned_about_the_vertical_at_will(source: HandSource) -> None:
    letters = torch.arange(26).repeat(100)
    angles = angles_of(only(source, turnSideways=0.3), letters)
    turned = {LETTERS[letter] for letter in letters[angles[:, 1] != 0]}
    assert turned == set("GHPQ")
    sideways = torch.isin(letters, torch.tensor([LETTERS.index(name) for name in "GHPQ"]))
    assert 0.2 < (angles[sideways, 1] != 0).float().mean() < 0.4


def test_a_hand_without_depth_turns_in_the_picture_alone_and_ends_without_depth(source: HandSource) -> None:
    clip = clips(only(source, rotateX=0.4, rotateY=0.4))
    changed = seen(source, clip, flat=True)
    assert torch.allclose(changed[..., :2], clip[..., :2], atol=1e-5) and not changed[..., 2].any()
    assert not torch.allclose(seen(only(source, rotateZ=0.4), clip, flat=True)[..., :2], clip[..., :2], atol=0.1)


def test_another_aspect_changes_x_alone(source: HandSource) -> None:
    clip = clips(only(source, aspect=0.16))
    changed = seen(source, clip)
    assert torch.allclose(changed[..., 1:], clip[..., 1:], atol=1e-5)
    factor = changed[:, -1, 8, 0] / clip[:, -1, 8, 0]
    assert (factor.log().abs() <= 0.16 + 1e-4).all() and factor.std() > 0.05


def test_leading_zeros_end_at_the_frame_given(source: HandSource) -> None:
    source.augment = {**source.augment, "leadingZeros": 1.0, "dropFrames": 0.0}
    first = torch.full((500,), 10)
    lead = 32 - presence(source, first).sum(1)
    assert lead.min() == 0 and lead.max() == 10
    assert presence(source, first)[:, 10:].all()


def test_half_the_windows_have_leading_zeros_or_fewer(source: HandSource) -> None:
    source.augment = {**source.augment, "leadingZeros": 0.5, "dropFrames": 0.0}
    without = (presence(source, torch.full((2000,), 24))[:, 0] == 1).float().mean()
    assert 0.4 < without < 0.55


def test_a_negative_first_frame_empties_the_end(source: HandSource) -> None:
    source.augment = {**source.augment, "leadingZeros": 0.0, "dropFrames": 0.0}
    seen = presence(source, torch.tensor([-4, -27]))
    assert seen.sum(1).tolist() == [28, 5]
    assert not seen[0, 28:].any() and seen[0, :28].all()


def test_detections_are_lost_in_some_windows_and_seldom_the_last(source: HandSource) -> None:
    source.augment = {**source.augment, "leadingZeros": 0.0, "dropFrames": 1.0}
    lost = 1 - presence(source, torch.full((2000,), 24))
    assert 0.12 < lost[:, :-1].mean() < 0.23
    assert lost[:, -1].mean() < 0.5 * lost[:, :-1].mean()
