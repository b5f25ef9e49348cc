//! What each case is to reach: against the bare database of the same run, against another case, or as a plain figure.

use super::rounds::Rounds;

/// A figure of a case.
#[derive(Clone, Copy)]
pub(super) enum Of {
    /// Its main one.
    Case(&'static str),
    /// One that it tells beside.
    Beside(&'static str, &'static str),
}

/// What a figure is divided by.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// Another case of the same round.
    Case(&'static str),
    /// Nothing: it is its own measure.
    One,
}

#[derive(Clone, Copy)]
pub(super) enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

/// One target.
pub(super) struct Aim {
    /// What it is, in words.
    pub(super) what: &'static str,
    of: Of,
    by: By,
    pub(super) bound: Bound,
}

const fn ratio(what: &'static str, case: &'static str, by: &'static str, at_least: f64) -> Aim {
    Aim {
        what,
        of: Of::Case(case),
        by: By::Case(by),
        bound: Bound::AtLeast(at_least),
    }
}

const fn at_most(what: &'static str, of: Of, most: f64) -> Aim {
    Aim {
        what,
        of,
        by: By::One,
        bound: Bound::AtMost(most),
    }
}

/// All targets, in the order in which they are printed.
pub(super) const AIMS: [Aim; 31] = [
    ratio(
        "append, 1 writer, of bare unique inserts",
        "append1_c1",
        "limit_append1_c1",
        0.66,
    ),
    ratio(
        "append, 8 writers, of bare unique inserts",
        "append1_c8",
        "limit_append1_c8",
        0.7,
    ),
    ratio(
        "append, 32 writers, of bare unique inserts",
        "append1_c32",
        "limit_append1_c32",
        1.0,
    ),
    ratio(
        "append, 32 writers, of 8: never falling",
        "append1_c32",
        "append1_c8",
        1.0,
    ),
    ratio(
        "batches of 10, 8 writers, of bare ones",
        "batch10_c8",
        "limit_batch10_c8",
        0.6,
    ),
    ratio(
        "hot stream, 8 writers, of a bare hot row",
        "hot_c8",
        "limit_hot_c8",
        0.8,
    ),
    at_most(
        "a conflict is answered, P99 ms",
        Of::Beside("hot_c8", "conflict_p99_ms"),
        5.0,
    ),
    ratio(
        "hot stream re-decided, of own append at 8",
        "hot_decided_c8",
        "append1_c8",
        0.5,
    ),
    ratio(
        "a stream of 50, 1 reader, of a raw read",
        "load50_c1",
        "limit_load50_c1",
        0.7,
    ),
    ratio(
        "a stream of 50, 8 readers, of a raw read",
        "load50_c8",
        "limit_load50_c8",
        0.7,
    ),
    ratio(
        "its state in hand, 1 reader, of a raw read",
        "load50_state_c1",
        "limit_load50_c1",
        3.0,
    ),
    ratio(
        "its state in hand, 8 readers, of a raw read",
        "load50_state_c8",
        "limit_load50_c8",
        3.0,
    ),
    ratio("replay, of a bare COPY out", "replay", "limit_replay", 0.9),
    ratio(
        "replay with two decoders, of a bare COPY out",
        "replay_two_decoders",
        "limit_replay",
        1.2,
    ),
    ratio(
        "rebuild of a view, of a bare COPY in",
        "rebuild_view",
        "limit_rebuild_view",
        0.4,
    ),
    at_most(
        "the live view stands still for the swap, ms",
        Of::Beside("rebuild_view", "swap_ms"),
        50.0,
    ),
    at_most("ack to handler in process, P99 ms", Of::Case("latency"), 5.0),
    at_most("across processes, P99 ms", Of::Case("latency_other_process"), 20.0),
    at_most("the signal lost, P99 ms", Of::Case("latency_signal_lost"), 300.0),
    Aim {
        what: "an open foreign transaction, of the lag without",
        of: Of::Case("visibility_foreign_transaction"),
        by: By::Case("latency_other_process"),
        bound: Bound::AtMost(2.0),
    },
    at_most(
        "commit to 200 screens, P50 ms",
        Of::Beside("screen", "ack_p50_ms"),
        10.0,
    ),
    at_most(
        "commit to 200 screens, P99 ms",
        Of::Beside("screen", "ack_p99_ms"),
        50.0,
    ),
    at_most("memory of a replay, MiB", Of::Case("memory_replay"), 32.0),
    at_most(
        "the same, of a log of a tenth",
        Of::Beside("memory_replay", "times"),
        1.1,
    ),
    at_most(
        "memory of a replay of the grown log, MiB",
        Of::Case("memory_replay_grown"),
        32.0,
    ),
    at_most(
        "the same, of a log of a tenth",
        Of::Beside("memory_replay_grown", "times"),
        1.1,
    ),
    at_most("memory of an idle server, MiB", Of::Case("memory_server"), 64.0),
    at_most("memory of 10,000 stream heads, MiB", Of::Case("memory_heads"), 5.0),
    at_most("bytes on disk for an event of 400", Of::Case("bytes_per_event"), 712.0),
    at_most(
        "append on the grown log, of the small one",
        Of::Case("growth_append"),
        1.2,
    ),
    at_most("page on the grown log, of the small one", Of::Case("growth_page"), 1.2),
];

impl Aim {
    /// The median over the rounds; none when a case was not measured.
    pub(super) fn figure(&self, rounds: &Rounds) -> Option<f64> {
        rounds.median(|round| {
            let figure = match self.of {
                Of::Case(case) => round.get(case)?.v,
                Of::Beside(case, name) => round.get(case)?.extra.get(name)?.as_f64()?,
            };
            Some(match self.by {
                By::Case(case) => figure / round.get(case)?.v,
                By::One => figure,
            })
        })
    }

    pub(super) fn is_reached(&self, figure: f64) -> bool {
        match self.bound {
            Bound::AtLeast(least) => figure >= least,
            Bound::AtMost(most) => figure <= most,
        }
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "≥ {least}"),
            Self::AtMost(most) => write!(f, "≤ {most}"),
        }
    }
}
