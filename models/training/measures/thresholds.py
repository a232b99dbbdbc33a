"""Letterness over which a letter is shown."""

THRESHOLD = 0.5  # the product's
THRESHOLDS = (0.3, 0.5, 0.7, 0.9)  # those that are compared
