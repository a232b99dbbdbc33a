"""Which landmarks the network compares."""
TIPS = [4, 8, 12, 16, 20]
PAIRS = (  # of points, whose distances tell letters apart
    [(a, b) for i, a in enumerate(TIPS) for b in TIPS[i + 1 :]]
    + [(4, j) for j in (5, 6, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19)]
    + [(3, j) for j in (5, 6, 10, 14, 18)]
    + [(8, 5), (12, 9), (16, 13), (20, 17), (6, 10), (10, 14), (14, 18), (7, 11), (11, 15), (15, 19)]
    + [(0, tip) for tip in TIPS]
)
BONES = [(0, 1), (1, 2), (2, 3), (3, 4)] + [
    (a, b)
    for base in (5, 9, 13, 17)
    for a, b in ((0, base), (base, base + 1), (base + 1, base + 2), (base + 2, base + 3))
]
ANGLES = (  # pairs of bones: neighbors within a finger, then the same bone of neighboring fingers
    [(4 * finger + k, 4 * finger + k + 1) for finger in range(5) for k in range(3)]
    + [(5, 9), (9, 13), (13, 17), (3, 5), (2, 5)]
)
