"""Prints how long letters.onnx takes on one thread of onnxruntime: python latency.py"""
import time

import numpy as np

from data.product_window import WINDOW
from export.onnx_file import INPUT
from export.session import session
from recipe.paths import LETTERS_FOLDER

ROUNDS, WARM_UP = 300, 20


def main() -> None:
    run = session(LETTERS_FOLDER / "letters.onnx")
    rng = np.random.default_rng(0)
    for batch in (1, 8, 32):
        landmarks = rng.normal(size=(batch, WINDOW, 42, 3)).astype(np.float32)
        times = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            run.run(None, {INPUT: landmarks})
            times.append(1000 * (time.perf_counter() - begin))
        tenth, median, last = np.percentile(times[WARM_UP:], [10, 50, 90])
        print(f"batch {batch:2d}: median {median:.2f} ms, p10 {tenth:.2f} ms, p90 {last:.2f} ms")


if __name__ == "__main__":
    main()
