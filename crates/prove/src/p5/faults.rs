//! What goes wrong in a simulated world, and how often it did.

macro_rules! faults {
    ($($name:ident => $words:literal),+ $(,)?) => {
        /// Something that goes wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Fault {
            $($name),+
        }

        const WORDS: &[&str] = &[$($words),+];
    };
}

faults! {
    DiesBeforeCommit => "a writer dies before its commit",
    DiesAfterCommit => "a writer dies between its commit and its answer",
    UnknownNotKept => "a connection dies in a commit that did not happen",
    UnknownKept => "a connection dies in a commit that happened",
    WriterPauses => "a writer freezes between its decision and its commit",
    Fenced => "a writer that lost its epoch wakes up and writes nothing",
    HeadMoved => "two writers meet at one position",
    RequestLost => "a request is lost",
    RequestDoubled => "a request arrives twice",
    RequestLate => "a request arrives after its client gave up waiting",
    AnswerLost => "an answer is lost",
    AskedAgain => "a client asks again under the same id",
    IdReused => "a client uses an id for another wish",
    NameWanted => "a name is wanted that another stream holds",
    Stale => "a wish stands on a version that is gone",
    Misplaced => "a stream is taken for another capability's",
    SignalLost => "a signal is lost",
    SignalDoubled => "a signal arrives twice",
    SignalOvertaken => "a signal arrives after a newer one",
    ClockForward => "a clock jumps forward",
    ClockBack => "a clock jumps back",
    ClockNotBelieved => "a writer whose clock is not the database's writes nothing",
    ViewDiesBefore => "who writes a view dies before its transaction",
    ViewDiesAfter => "who writes a view dies after its transaction",
    ProviderNotReached => "a message does not reach its provider",
    ProviderSilent => "a provider takes a message and its answer is lost",
    SenderDies => "a sender dies between the provider's answer and its record",
    GivenUp => "a message is given up as known to be unknown",
}

/// How many kinds there are.
const KINDS: usize = WORDS.len();

/// How often each happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Happened([u64; KINDS]);

impl Default for Happened {
    fn default() -> Self {
        Self([0; KINDS])
    }
}

impl Happened {
    pub(super) fn note(&mut self, fault: Fault) {
        if let Some(count) = self.0.get_mut(fault as usize) {
            *count += 1;
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// Each kind in words, and how often it happened.
    pub(super) fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> {
        WORDS.iter().copied().zip(self.0)
    }
}
