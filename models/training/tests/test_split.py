"""Who is trained on and who is tested."""
from data.sample import Sample, trusted
from drawn_hands import drawn_sample
from folds.run_extras import MIXED
from folds.signers import CARRY_UNSEEN, SIGNERS
from folds.split import Split, hold_out, hold_out_with_source, mix_signers
from summary.extras import FLATTERED


def signers(samples: list[Sample]) -> set[str]:
    return {sample.signer for sample in samples}


def sides(split: Split) -> tuple[set[str], set[str]]:
    return signers(split[0]), signers(split[1])


def test_the_signer_held_out_is_on_one_side_only(samples: list[Sample]) -> None:
    trained, tested = hold_out(samples, "two")
    assert sides((trained, tested)) == ({"one", "three"}, {"two"})
    assert len(trained) + len(tested) == len(samples)


def test_unseen_signers_are_never_trained_on_whatever_else_is_left_out(samples: list[Sample]) -> None:
    assert sides(hold_out_with_source(samples, ("one",), None)) == ({"two", "three"}, {"one"})
    assert sides(hold_out_with_source(samples, ("one",), "two")) == ({"three"}, {"one"})


def test_a_source_with_several_signers_is_left_out_whole() -> None:
    several = [drawn_sample("A", signer) for signer in ("traduttore-0", "traduttore-1", "other", "unseen")]
    assert sides(hold_out_with_source(several, ("unseen",), "traduttore")) == ({"other"}, {"unseen"})


def test_frozen_and_suspect_samples_are_not_tested() -> None:
    marked = [drawn_sample("J", frozen=True), drawn_sample("M", suspect=True)]
    good = drawn_sample("A")
    assert trusted([*marked, good]) == [good]
    assert hold_out_with_source([*marked, good], ("one",), None)[1] == [good]
    assert mix_signers(50 * marked, 0)[1] == []


def test_mixed_signers_share_no_sample_but_people_and_are_labeled_so(samples: list[Sample]) -> None:
    trained, tested = mix_signers(samples, 0)
    assert not {id(sample) for sample in trained} & {id(sample) for sample in tested}
    assert len(tested) == len(samples) - len(samples) * 4 // 5
    assert signers(trained) & signers(tested)
    assert MIXED == "mixed" and FLATTERED.startswith("NOT a measure of quality")


def test_every_signer_asked_about_sources_is_a_fold() -> None:
    assert set(CARRY_UNSEEN) < set(SIGNERS)
    assert len(set(SIGNERS)) == len(SIGNERS) == 12
