"""Draws training windows, a whole batch at a time.

Everything is in hand units (see data.py): clips are [b, 32, 21, 3] right hands, `present` is [b, 32] (1 where the hand is seen).
A label of -1 means "not asked": the window says nothing about that output.
"""
import math

import torch

from data import LETTERS, WINDOW, Pool

T = WINDOW
J, Z, I = (LETTERS.index(name) for name in "JZI")
SIDEWAYS = torch.tensor([LETTERS.index(name) for name in "GHPQ"])
FINGERS = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16], [17, 18, 19, 20]])


def rotation(angles: torch.Tensor) -> torch.Tensor:
    """[b, 3] angles about x, y, z in radians -> matrices [b, 3, 3], z first."""
    (cx, cy, cz), (sx, sy, sz) = angles.cos().unbind(1), angles.sin().unbind(1)
    one, zero = torch.ones_like(cx), torch.zeros_like(cx)
    matrix = lambda *rows: torch.stack(rows, 1).reshape(-1, 3, 3)
    x = matrix(one, zero, zero, zero, cx, -sx, zero, sx, cx)
    y = matrix(cy, zero, sy, zero, one, zero, -sy, zero, cy)
    z = matrix(cz, -sz, zero, sz, cz, zero, zero, zero, one)
    return x @ y @ z


def smoothstep(x: torch.Tensor) -> torch.Tensor:
    """0 below 0, 1 above 1, smooth between."""
    x = x.clamp(0, 1)
    return x * x * (3 - 2 * x)


class Windows:
    """An endless source of training batches from a pool."""

    def __init__(self, pool: Pool, config: dict, seed: int):
        self.frames = torch.from_numpy(pool.frames).flatten(1)
        self.starts, self.lengths = torch.from_numpy(pool.starts), torch.from_numpy(pool.lengths)
        self.letters, self.signers = torch.from_numpy(pool.letters), torch.from_numpy(pool.signers)
        self.config, self.augment = config, config["augment"]
        self.random = torch.Generator().manual_seed(seed)
        self.prepare_choice()

    def prepare_choice(self):
        """Sorts samples by letter and keeps, per letter, the running sum of their weights: signers count alike, within reason."""
        pair = self.letters * 1000 + self.signers
        _, where, counts = pair.unique(return_inverse=True, return_counts=True)
        weight = (counts.clamp(max=self.augment["signerCap"]).double().sqrt() / counts)[where]
        self.order = torch.argsort(self.letters, stable=True)
        letters, weight = self.letters[self.order], weight[self.order]
        totals = torch.zeros(26, dtype=torch.double).index_add_(0, letters, weight)
        before = torch.cat([torch.zeros(1, dtype=torch.double), totals.cumsum(0)[:-1]])
        self.ladder = letters + (weight.cumsum(0) - before[letters]) / totals[letters]
        self.available = (totals > 0).double()

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return torch.rand(*shape, generator=self.random) * (high - low) + low

    def normal(self, *shape: int, sd: float = 1.0) -> torch.Tensor:
        return torch.randn(*shape, generator=self.random) * sd

    def whole(self, b: int, low: int, high: int) -> torch.Tensor:
        """[b] whole numbers, low … high - 1."""
        return torch.randint(low, high, (b,), generator=self.random)

    def draw_letters(self, b: int, motion: float = 1.0) -> torch.Tensor:
        """[b] letters, all alike except that J and Z are drawn `motion` times as often."""
        weight = self.available.clone()
        weight[[J, Z]] *= motion
        return torch.multinomial(weight, b, replacement=True, generator=self.random)

    def draw_samples(self, letters: torch.Tensor) -> torch.Tensor:
        """A sample of each letter; [b] indices into the pool."""
        u = torch.rand(len(letters), generator=self.random, dtype=torch.double) * 0.999999
        return self.order[torch.searchsorted(self.ladder, letters + u).clamp(max=len(self.order) - 1)]

    def clip(self, samples: torch.Tensor, position: torch.Tensor) -> torch.Tensor:
        """Frames of samples [b] at fractional positions [b, 32] -> [b, 32, 21, 3]."""
        last = (self.lengths[samples] - 1)[:, None]
        position = position.clamp(min=0).minimum(last.float())
        low = position.floor().long()
        share = (position - low)[:, :, None]
        start = self.starts[samples][:, None]
        first, second = self.frames[start + low], self.frames[start + (low + 1).minimum(last)]
        return torch.lerp(first, second, share).reshape(len(samples), T, 21, 3)

    def uneven(self, b: int) -> torch.Tensor:
        """[b, 32] time of each frame when intervals vary, starting at 0, about one per frame."""
        spread = self.uniform(b, 1, high=0.6)
        steps = (1 + spread * self.normal(b, T)).clamp(0.1, 3)
        return steps.cumsum(1) - steps[:, :1]

    def hand(self, letters: torch.Tensor) -> torch.Tensor:
        """One frame of a sample of each letter; [b, 1, 21, 3], wrist anywhere."""
        samples = self.draw_samples(letters)
        at = self.starts[samples] + (self.uniform(len(letters)) * self.lengths[samples]).long()
        return self.frames[at].reshape(-1, 1, 21, 3)

    # -- what a hand does -------------------------------------------------------------------------------------------

    def still(self, letters: torch.Tensor) -> torch.Tensor:
        """Held letters, with the drift and tremor of a held hand; most of them morphed towards or away from another signer's hand."""
        b = len(letters)
        samples = self.draw_samples(letters)
        n = self.lengths[samples].float()
        begin = self.uniform(b) * (n - 4).clamp(min=0)
        clip = self.clip(samples, begin[:, None] + self.uneven(b) * self.uniform(b, 1, low=0.1, high=1.5))
        target = self.hand(letters)
        amount = self.uniform(b, low=self.augment["morphLeast"], high=self.augment["morphMost"]) * (self.uniform(b) < self.augment["morph"])
        clip = self.morph(clip, target, amount[:, None].expand(b, T))
        return clip + self.drift(b)

    def morph(self, a: torch.Tensor, b: torch.Tensor, amount: torch.Tensor) -> torch.Tensor:
        """Blends shapes about the wrist by amount [b, 32]; the path of the wrist stays a's."""
        wrist = a[:, :, :1]
        return wrist + torch.lerp(a - wrist, b - b[:, :, :1], amount[:, :, None, None])

    def drift(self, b: int) -> torch.Tensor:
        """A slow path [b, 32, 1, 3] of a hand that is meant to be still: tremor, sway, and at most a hand unit of way."""
        tremor = self.normal(b, T, 3, sd=0.006).cumsum(1)
        way = self.normal(b, 1, 3) * self.uniform(b, 1, 1, high=0.5) * torch.linspace(-1, 0, T)[None, :, None]
        sway = 0.12 * self.uniform(b, 1, 3) * torch.sin(
            self.uniform(b, 1, 3, high=2 * math.pi) + torch.arange(T)[None, :, None] * self.uniform(b, 1, 3, low=0.05, high=0.4)
        )
        return ((tremor + way + sway) * torch.tensor([1, 1, 0.3]))[:, :, None]

    def motion(self, letters: torch.Tensor, upto: tuple[float, float] = (1.0, 1.0)) -> tuple[torch.Tensor, torch.Tensor]:
        """J and Z at any speed, written smaller or larger, held before and after; `upto` is how much of the way is shown. Also the frame it starts at [b]."""
        b = len(letters)
        samples = self.draw_samples(letters)
        n = self.lengths[samples].float()
        frames = torch.exp(self.uniform(b, low=math.log(6), high=math.log(36)))
        after = self.uniform(b) * (T - frames).clamp(min=0, max=14)
        end = T - 1 - after
        time = self.uneven(b)
        time = time / time[:, -1:] * (T - 1)
        progress = 1 + (time - end[:, None]) / frames[:, None]
        most = self.uniform(b, 1, low=upto[0], high=upto[1])
        position = progress.clamp(0, 1).minimum(most) * (n - 1)[:, None]
        begin = (end - frames).clamp(min=0).long()
        clip = self.clip(samples, position)
        wrist = clip[:, :, :1] - clip[:, -1:, :1]
        return clip + wrist * self.uniform(b, 1, 1, 1, low=-0.5, high=0.3) + 0.4 * self.drift(b), begin

    def blend(self, a: torch.Tensor, b: torch.Tensor, start: torch.Tensor, frames: torch.Tensor) -> torch.Tensor:
        """a becomes b from frame start [b] over `frames` [b] frames, shape and place."""
        amount = smoothstep((torch.arange(T)[None] - start[:, None]) / frames[:, None].clamp(min=1))
        return torch.lerp(a, b, amount[:, :, None, None])

    # -- what a window shows ----------------------------------------------------------------------------------------

    def letter(self, b: int):
        """True letters; some come out of another one, and have been held for five frames or more."""
        y = self.draw_letters(b, self.augment["motionLetterBoost"])
        moving = (y == J) | (y == Z)
        clip, begin = torch.empty(b, T, 21, 3), torch.zeros(b, dtype=torch.long)
        clip[moving], begin[moving] = self.motion(y[moving])
        clip[~moving] = self.still(y[~moving])
        earlier = self.hand(self.draw_letters_still(b)) + self.normal(b, 1, 1, 3, sd=0.5)
        lead = self.uniform(b) < self.augment["leadIn"]
        frames = self.whole(b, 2, 9)
        start = torch.where(moving, begin, self.whole(b, 4, 27)) - frames
        lead &= start > 2
        clip = torch.where(lead[:, None, None, None], self.blend(earlier, clip, start, frames), clip)
        first = torch.where(moving, begin, torch.where(lead, start.clamp(max=24), 24))
        return clip, y, torch.ones(b), first

    def draw_letters_still(self, b: int) -> torch.Tensor:
        y = self.draw_letters(b)
        return torch.where((y == J) | (y == Z), I, y)

    def frozenStart(self, b: int):
        """A J that has not begun is an I."""
        samples = self.draw_samples(torch.full((b,), J))
        at = self.uniform(b, 1, high=0.12) * (self.lengths[samples] - 1).float()[:, None]
        clip = self.clip(samples, at.expand(b, T)) + self.drift(b)
        return clip, torch.full((b,), I), torch.ones(b), torch.full((b,), 24)

    def transition(self, b: int):
        """Caught between two letters: the middle of the change is in the last frames."""
        a, c = self.still(self.draw_letters_still(b)), self.hand(self.draw_letters_still(b)) + self.normal(b, 1, 1, 3, sd=0.4)
        frames = self.whole(b, 3, 14)
        middle = T - 1 - self.uniform(b, low=-0.15, high=0.15) * frames
        return self.blend(a, c, middle - frames / 2, frames), torch.full((b,), -1), torch.zeros(b), torch.full((b,), 24)

    def cutMotion(self, b: int):
        """J and Z that stop half way or run backwards."""
        y = torch.where(self.uniform(b) < 0.5, J, Z)
        clip, begin = self.motion(y, (0.35, 0.6))
        backwards, _ = self.motion(y)
        flip = self.uniform(b) < 0.4
        clip = torch.where(flip[:, None, None, None], backwards.flip(1), clip)
        return clip, torch.full((b,), -1), torch.zeros(b), torch.where(flip, 0, begin)

    def chimera(self, b: int):
        """Hands whose fingers come from different letters, turned as one."""
        palm = self.hand(self.draw_letters_still(b))
        palm = palm - palm[:, :, :1]
        joints = palm.clone()
        for finger in FINGERS:
            other = self.hand(self.draw_letters_still(b))
            base, tail = finger[:1], finger[1:]
            joints[:, :, tail] = palm[:, :, base] + other[:, :, tail] - other[:, :, base]
        return joints + self.drift(b), torch.full((b,), -1), torch.zeros(b), torch.full((b,), 24)

    def relaxed(self, b: int):
        """Half open hands: the mean of several letters' hands, often hanging down."""
        weights = self.uniform(5, b, low=0.5, high=1.5)
        hands = [self.hand(self.draw_letters_still(b)) for _ in weights]
        mean = torch.stack([(h - h[:, :, :1]) * w[:, None, None, None] for h, w in zip(hands, weights / weights.sum(0))]).sum(0)
        hang = self.uniform(b, low=2.0, high=4.3) * (self.uniform(b) < 0.6)
        clip = self.turn(mean, rotation(torch.stack([torch.zeros(b), torch.zeros(b), hang], 1))) + self.drift(b)
        return clip, torch.full((b,), -1), torch.zeros(b), torch.full((b,), 24)

    def wave(self, b: int):
        """An open hand swinging from side to side about the wrist and with it."""
        clip = self.still(torch.full((b,), LETTERS.index("B")))
        open_thumb = self.hand(torch.where(self.uniform(b) < 0.5, LETTERS.index("L"), LETTERS.index("Y")))
        thumb = FINGERS[0]
        clip[:, :, thumb] = clip[:, :, :1] + open_thumb[:, :, thumb] - open_thumb[:, :, :1]
        fan = self.normal(b, 1, sd=0.05) + self.uniform(b, 1, high=0.35) * torch.tensor([[-0.7, -0.2, 0.3, 0.9]])
        for k, finger in enumerate(FINGERS[1:]):
            turn = rotation(torch.stack([torch.zeros(b), torch.zeros(b), fan[:, k]], 1))
            base = clip[:, :, finger[:1]]
            clip[:, :, finger] = base + torch.einsum("btkc,bdc->btkd", clip[:, :, finger] - base, turn)
        swing = torch.sin(self.uniform(b, 1, high=2 * math.pi) + self.uneven(b) * 2 * math.pi / self.uniform(b, 1, low=4, high=18))
        swing = swing * (self.uniform(b, 1) < 0.8)
        angle = swing * self.uniform(b, 1, low=0.1, high=0.6)
        turns = rotation(torch.stack([torch.zeros(b * T), torch.zeros(b * T), angle.flatten()], 1)).reshape(b, T, 3, 3)
        wrist = clip[:, :, :1]
        clip = wrist + (clip - wrist) @ turns.transpose(2, 3)
        clip[..., 0] += (swing * self.uniform(b, 1, low=0.2, high=1.5))[:, :, None]
        return clip, torch.full((b,), -1), torch.zeros(b), torch.full((b,), 20)

    def travel(self, b: int):
        """A hand on its way in, out or elsewhere: more than 0.2 hand units a frame at the end of the window."""
        clip = self.still(self.draw_letters_still(b))
        heading = self.uniform(b, 1, high=2 * math.pi)
        speed = self.uniform(b, 1, low=0.2, high=0.9)
        bend = self.normal(b, 1, sd=0.05)
        course = heading + bend * torch.arange(T)[None]
        begin = self.whole(b, 8, 27)[:, None]
        moving = (torch.arange(T)[None] >= begin) * speed
        path = torch.stack([moving * course.cos(), moving * course.sin(), torch.zeros(b, T)], -1).cumsum(1)
        return clip + path[:, :, None], torch.full((b,), -1), torch.zeros(b), torch.full((b,), 22)

    def gone(self, b: int):
        """A letter that has left: the last four frames or more are empty, which presence() does from `first` < 0."""
        clip = self.still(self.draw_letters_still(b))
        return clip, torch.full((b,), -1), torch.zeros(b), -self.whole(b, 4, 28)

    # -- how the camera sees it -------------------------------------------------------------------------------------

    def turn(self, clip: torch.Tensor, matrix: torch.Tensor) -> torch.Tensor:
        """Rotates whole clips by [b, 3, 3] about the place of the last wrist."""
        origin = clip[:, -1:, :1]
        return (clip - origin) @ matrix.transpose(1, 2)[:, None] + origin

    def reshape_hand(self, clip: torch.Tensor) -> torch.Tensor:
        """Other fingers: each a little longer or shorter, and a little bent at its first two joints."""
        b, a = len(clip), self.augment
        x, y, z = self.normal(2, b, 5, 3, sd=a["bend"]).unbind(3)
        one = torch.ones_like(x)
        bends = torch.stack([one, -z, y, z, one, -x, -y, x, one], 3).reshape(2, b, 5, 3, 3)  # small rotations
        first = bends[0] * (1 + self.normal(b, 5, 1, 1, sd=a["fingerLength"]))
        second = bends[1] @ first
        root, *rest = (clip[:, :, FINGERS[:, k]].transpose(1, 2) for k in range(4))  # each [b, 5, frames, 3]
        middle = root + (rest[0] - root) @ first.transpose(2, 3)
        tail = (torch.cat(rest[1:], 2) - rest[0].repeat(1, 1, 2, 1)) @ second.transpose(2, 3) + middle.repeat(1, 1, 2, 1)
        fingers = torch.stack([root, middle, *tail.chunk(2, 2)], 3)  # [b, 5, frames, 4, 3]
        return torch.cat([clip[:, :, :1], fingers.transpose(1, 2).flatten(2, 3)], 2)

    def view(self, clip: torch.Tensor, letters: torch.Tensor) -> torch.Tensor:
        """Another camera: turned, nearer, of another shape, and with the noise of the hand model.

        G, H, P and Q point to the side, and signers show the camera either face of them: those are turned about the vertical at will.
        """
        b, a = len(clip), self.augment
        angles = self.normal(b, 3) * torch.tensor([a["rotateX"], a["rotateY"], a["rotateZ"]])
        around = torch.isin(letters, SIDEWAYS) & (self.uniform(b) < a["turnSideways"])
        angles[:, 1] += around * self.uniform(b, low=-math.pi, high=math.pi)
        clip = self.turn(clip, rotation(angles))
        stretch = torch.stack(
            [self.uniform(b, low=-1, high=1).mul(a["aspect"]).exp(), torch.ones(b), self.normal(b, sd=a["zScale"]).exp()], 1
        )
        clip = clip * stretch[:, None, None]
        depth = clip[..., 2:] - clip[:, :, :1, 2:]
        near = self.normal(b, 1, 1, 1, sd=a["perspective"])
        wrist = clip[:, :, :1, :2]
        plane = wrist + (clip[..., :2] - wrist) * (1 - near * depth).clamp(0.6, 1.6)
        clip = torch.cat([plane, clip[..., 2:]], -1)
        steady = self.normal(b, 1, 21, 3, sd=a["noise"] * 0.7)
        return clip + steady + self.normal(b, clip.shape[1], 21, 3, sd=a["noise"] * 0.7)

    def presence(self, b: int, first: torch.Tensor) -> torch.Tensor:
        """[b, 32]: leading zeros up to frame `first` at most, and detections lost on the way (seldom the last).

        A negative `first` empties that many frames at the end instead.
        """
        a = self.augment
        end, first = T + first.clamp(max=0), first.clamp(min=0)
        lead = (self.uniform(b) * (first + 1)).long() * (self.uniform(b) < a["leadingZeros"])
        full = (self.uniform(b) < 0.3) & (self.uniform(b) < a["leadingZeros"])
        lead = torch.where(full, first, lead)
        lost = (self.uniform(b, T) < self.uniform(b, 1, high=0.35)) & (self.uniform(b, 1) < a["dropFrames"])
        lost[:, -1] &= self.uniform(b) < 0.3
        frame = torch.arange(T)[None]
        return ((frame >= lead[:, None]) & (frame < end[:, None]) & ~lost).float()

    def single_hands(self, b: int):
        """Single hands of still letters, without time: hand [b, 1, 21, 3], letter [b]."""
        y = self.draw_letters_still(b)
        amount = self.uniform(b, low=self.augment["morphLeast"], high=self.augment["morphMost"]) * (self.uniform(b) < self.augment["morph"])
        hand = self.morph(self.hand(y), self.hand(y), amount[:, None])
        return self.view(self.reshape_hand(hand), y), y

    def batch(self, total: int):
        """-> hand [B, 32, 21, 3], present [B, 32], letter [B] (-1: not asked), letterness [B] (-1: not asked)."""
        parts = []
        for name, share in self.config["shares"].items():
            parts.append(getattr(self, name)(round(total * share)))
        clip, y, letterness, first = (torch.cat([part[i] for part in parts]) for i in range(4))
        clip = self.view(self.reshape_hand(clip), y)
        present = self.presence(len(clip), first)
        return clip * present[:, :, None, None], present, y, letterness
