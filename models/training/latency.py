"""Prints how long letters.onnx takes on one thread of onnxruntime: python latency.py"""
import time
from pathlib import Path

import numpy as np

from export import session

ROUNDS = 300


def main():
    run = session(Path(__file__).parent.parent / "letters" / "letters.onnx")
    rng = np.random.default_rng(0)
    for batch in (1, 8, 32):
        landmarks = rng.normal(size=(batch, 32, 42, 3)).astype(np.float32)
        times = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            run.run(None, {"landmarks": landmarks})
            times.append(1000 * (time.perf_counter() - begin))
        tenth, median, last = np.percentile(times[20:], [10, 50, 90])
        print(f"batch {batch:2d}: median {median:.2f} ms, p10 {tenth:.2f} ms, p90 {last:.2f} ms")


if __name__ == "__main__":
    main()
