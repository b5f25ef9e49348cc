//! What the policy says of a request: which door stands before an endpoint, whom it lets in, and what those may read there.

use super::canary::{Canaries, Kind};
use super::people::Person;
use super::policy::{Degree, Degrees, Policy};
use super::world::{Case, World};
use std::collections::BTreeSet;

/// What stands before an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Nothing: also who has no session is answered.
    Open,
    /// A session, of whomever.
    SignedIn,
    /// A proof that is no session, which nobody here has.
    OtherProof,
    /// A session, which it would end or change: asked by nobody but who has none, who is answered so.
    Ends(u16),
    /// Her role gives her cases of her own.
    OwnCases,
    /// The same, or something may be shared with her.
    OwnOrReceived,
    /// She may answer for cases herself.
    AnsweredCases,
    /// The same, or she is told of signals in her team.
    Week,
    /// She answers for a team's load.
    Load,
    /// She answers for a team's load, and watches over it.
    Entrusts,
    /// She may open a case in an emergency.
    Finds,
    /// Any of those who are told of exceptional accesses.
    ToldOfAccesses,
    /// She watches over the data of the territory.
    Journal,
    /// The same, for a case that exists.
    JournalOfCase,
    /// She runs the platform or watches over its data.
    WatchesTheLog,
    /// She may open a case.
    OpensCases,
    /// She reads something of the case.
    Reads,
    /// She writes something in the case.
    Writes,
    /// She writes in these compartments.
    WritesIn(&'static [&'static str]),
    /// She acts on the case.
    Acts,
    /// She acts, and writes in these compartments too.
    ActsIn(&'static [&'static str]),
    /// She reads what a paper holds that lies in a compartment.
    Content(&'static str),
    /// She reads a paper of a compartment, then writes there.
    Paper(&'static str),
    /// She acts, reads what is due in a compartment, then writes there.
    Due(&'static str),
    /// She reads something of a case that was spoken of at a meeting.
    SpokenOf,
    /// She passes things on.
    PassesOn,
    /// She keeps somebody away.
    KeepsAway,
    /// She may open it with this need, by the relation that it would give her.
    MayOpen(&'static str),
    /// She reads the frame of a case that was spoken of at a meeting.
    AtMeeting,
    /// She writes something in such a case, and in this compartment.
    WritesAtMeeting(Option<&'static str>),
}

/// Which words an answer shows to who passes the door: those of these kinds that are open to her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    Nothing,
    /// Of the case that is asked for, exactly these.
    OfCase(&'static [Kind]),
    /// Of the case that is asked for, some of these.
    SomeOfCase(&'static [Kind]),
    /// Of all cases that stand in her list, exactly these.
    OfList(&'static [Kind]),
    /// Of whatever she may know of, some of these.
    Some(&'static [Kind]),
}

/// Whether a door opens; if not, by which status that is said.
pub(crate) type Passed = Result<(), u16>;

const MISSING: u16 = 404;
const FORBIDDEN: u16 = 403;
const UNKNOWN: u16 = 401;

/// The policy, and the world of which it is asked.
pub(crate) struct Oracle<'w> {
    pub(crate) policy: &'w Policy,
    pub(crate) world: &'w World,
}

impl Oracle<'_> {
    /// What a case is to somebody.
    pub(crate) fn degrees(&self, who: &Person, case: &Case) -> Option<Degrees> {
        self.policy.degrees(who.standing(), &case.bond(who))
    }

    /// Whether a door opens to somebody, or to nobody.
    pub(crate) fn passes(&self, gate: Gate, who: Option<&Person>, case: &Case) -> Passed {
        match (gate, who) {
            (Gate::Open, _) => Ok(()),
            (Gate::Ends(status), _) => Err(status),
            (_, None) | (Gate::OtherProof, Some(_)) => Err(UNKNOWN),
            (gate, Some(who)) => match self.by_role(gate, who) {
                Some(passed) => passed,
                None => self.by_case(gate, who, case),
            },
        }
    }

    /// A door that asks for a role alone.
    fn by_role(&self, gate: Gate, who: &Person) -> Option<Passed> {
        let (policy, standing) = (self.policy, who.standing());
        let speaks = |relation, purpose| policy.speaks(standing, relation, purpose);
        let own = speaks("referent", "support") && speaks("team_member", "support");
        let watches_all = speaks("territory", "oversight");
        let watches_team = speaks("own_team", "oversight");
        let opens = ["identity", "household", "coordination"]
            .iter()
            .all(|place| policy.gives(standing, ("referent", "support"), place, Degree::Write));
        let allowed = match gate {
            Gate::Open | Gate::SignedIn => true,
            Gate::OwnCases => own,
            Gate::OwnOrReceived => own || speaks("share", "support"),
            Gate::AnsweredCases => speaks("referent", "support"),
            Gate::Week => speaks("referent", "support") || speaks("own_team", "management"),
            Gate::Load => speaks("own_team", "management"),
            Gate::Entrusts => speaks("own_team", "management") && watches_team && !watches_all,
            Gate::Finds => speaks("emergency", "support"),
            Gate::ToldOfAccesses => watches_all || watches_team || own || speaks("emergency", "support"),
            Gate::Journal => watches_all,
            Gate::WatchesTheLog => ["administrator", "data_protection_officer"].contains(&standing.role),
            Gate::OpensCases => opens,
            Gate::OtherProof
            | Gate::Ends(_)
            | Gate::JournalOfCase
            | Gate::Reads
            | Gate::Writes
            | Gate::WritesIn(_)
            | Gate::Acts
            | Gate::ActsIn(_)
            | Gate::Content(_)
            | Gate::Paper(_)
            | Gate::Due(_)
            | Gate::SpokenOf
            | Gate::PassesOn
            | Gate::KeepsAway
            | Gate::MayOpen(_)
            | Gate::AtMeeting
            | Gate::WritesAtMeeting(_) => return None,
        };
        Some(if allowed { Ok(()) } else { Err(FORBIDDEN) })
    }

    /// A door of one case.
    fn by_case(&self, gate: Gate, who: &Person, case: &Case) -> Passed {
        let bond = case.bond(who);
        let standing = who.standing();
        match gate {
            Gate::JournalOfCase => {
                self.by_role(Gate::Journal, who).unwrap_or(Err(FORBIDDEN))?;
                return if bond.kept_away { Err(MISSING) } else { Ok(()) };
            }
            Gate::KeepsAway => {
                let hers = self.degrees(who, case);
                let office = bond.relations.contains("own_team")
                    && !bond.kept_away
                    && self.policy.speaks(standing, "own_team", "oversight");
                return match hers {
                    Some(hers) if hers.writes("protected") => Ok(()),
                    Some(_) | None if office => Ok(()),
                    Some(_) => Err(FORBIDDEN),
                    None => Err(MISSING),
                };
            }
            Gate::MayOpen(need) => {
                let relation = if need == "emergency" { "emergency" } else { "own_team" };
                let mut would = bond.clone();
                would
                    .relations
                    .retain(|held| need != "emergency" && *held == "own_team");
                if need == "emergency" {
                    would.relations.insert(relation);
                }
                would.reason_said = true;
                let opens = self.policy.degrees(standing, &would);
                return opens.map(|_| ()).ok_or(MISSING);
            }
            Gate::Open
            | Gate::SignedIn
            | Gate::OtherProof
            | Gate::Ends(_)
            | Gate::OwnCases
            | Gate::OwnOrReceived
            | Gate::AnsweredCases
            | Gate::Week
            | Gate::Load
            | Gate::Entrusts
            | Gate::Finds
            | Gate::ToldOfAccesses
            | Gate::Journal
            | Gate::WatchesTheLog
            | Gate::OpensCases
            | Gate::Reads
            | Gate::Writes
            | Gate::WritesIn(_)
            | Gate::Acts
            | Gate::ActsIn(_)
            | Gate::Content(_)
            | Gate::Paper(_)
            | Gate::Due(_)
            | Gate::SpokenOf
            | Gate::PassesOn
            | Gate::AtMeeting
            | Gate::WritesAtMeeting(_) => {}
        }
        let hers = self.degrees(who, case).ok_or(MISSING)?;
        through(gate, &hers, case)
    }

    /// Whether a case stands in her list: she answers for it or is in its team, in its service; or something of it is
    /// shared with her, and may be.
    pub(crate) fn lists(&self, who: &Person, case: &Case) -> bool {
        let bond = case.bond(who);
        let acts = bond.relations.contains("referent") || bond.relations.contains("team_member");
        let own = self.by_role(Gate::OwnCases, who) == Some(Ok(()));
        let receives = bond.relations.contains("share") && self.policy.speaks(who.standing(), "share", "support");
        !bond.kept_away && ((own && acts && bond.at_home) || receives)
    }

    /// Whether a word is open to somebody through her ties to its case.
    pub(crate) fn opens(&self, who: &Person, number: usize) -> bool {
        let word = self.world.canaries.get(number);
        word.is_some_and(|word| {
            let case = self.world.cases.get(word.case);
            let hers = case.and_then(|case| self.degrees(who, case));
            hers.is_some_and(|hers| word.opens_to(who.worker, &hers))
                || case.is_some_and(|case| word.kind == Kind::Purpose && self.told_of_purpose(who, case))
        })
    }

    /// What something is passed on for is told to who receives it.
    fn told_of_purpose(&self, who: &Person, case: &Case) -> bool {
        case.bond(who).relations.contains("share") && self.degrees(who, case).is_some()
    }

    /// Whether a word may be told to somebody by what she answers for, without a tie to its case: how a case is called and
    /// what was done there.
    pub(crate) fn watched(&self, who: &Person, number: usize) -> bool {
        let Some(word) = self.world.canaries.get(number) else {
            return false;
        };
        let Some(case) = self.world.cases.get(word.case) else {
            return false;
        };
        let (bond, standing) = (case.bond(who), who.standing());
        let gives = |line, place| self.policy.gives(standing, line, place, Degree::Read);
        let of_team = bond.at_home
            && (gives(("own_team", "oversight"), word.place) || gives(("own_team", "management"), word.place));
        let of_all = gives(("territory", "oversight"), word.place);
        let told = [Kind::Label, Kind::Access, Kind::KeptAway].contains(&word.kind);
        // Who opened a case herself is told of what she said then.
        let own = word.kind == Kind::Access && word.author == who.worker;
        told && !bond.kept_away && (of_team || of_all || own)
    }

    /// The words that an answer must show, and those that it may.
    pub(crate) fn shown(&self, shows: Shows, who: &Person, number: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let of_case = |case: usize, kinds: &[Kind]| -> BTreeSet<usize> {
            let words = self.world.canaries.of_case(case);
            let kept = words.filter(|(_, each)| kinds.contains(&each.kind));
            kept.map(|(word, _)| word)
                .filter(|word| self.opens(who, *word))
                .collect()
        };
        match shows {
            Shows::Nothing => (BTreeSet::new(), BTreeSet::new()),
            Shows::OfCase(kinds) => {
                let may = of_case(number, kinds);
                let case = self.world.cases.get(number);
                let home = case.and_then(|case| self.degrees(who, case));
                let home = home.is_some_and(|hers| hers.reads("household"));
                // Her name stands among those who live there.
                let named = |word: &usize| {
                    let word = self.world.canaries.get(*word);
                    home || word.is_some_and(|word| word.kind != Kind::Name)
                };
                (may.iter().copied().filter(named).collect(), may)
            }
            Shows::SomeOfCase(kinds) => {
                let mut may = of_case(number, kinds);
                let watched = self.world.canaries.of_case(number);
                let watched = watched.filter(|(word, each)| kinds.contains(&each.kind) && self.watched(who, *word));
                may.extend(watched.map(|(word, _)| word));
                (BTreeSet::new(), may)
            }
            Shows::OfList(kinds) => {
                let cases = self.world.cases.iter().enumerate();
                let listed = cases.filter(|(_, case)| self.lists(who, case));
                let words: BTreeSet<usize> = listed.flat_map(|(case, _)| of_case(case, kinds)).collect();
                (words.clone(), words)
            }
            Shows::Some(kinds) => {
                let all = 0..self.world.canaries.len();
                let kind = |word: &usize| {
                    let word = self.world.canaries.get(*word);
                    word.is_some_and(|word| kinds.contains(&word.kind))
                };
                let may = all
                    .filter(kind)
                    .filter(|word| self.opens(who, *word) || self.watched(who, *word));
                (BTreeSet::new(), may.collect())
            }
        }
    }
}

/// A door of a case, for somebody to whom the case is this.
fn through(gate: Gate, hers: &Degrees, case: &Case) -> Passed {
    let met = case.meeting.is_some();
    let allowed = |allowed: bool| if allowed { Ok(()) } else { Err(FORBIDDEN) };
    let there = |there: bool| if there { Ok(()) } else { Err(MISSING) };
    let all = |places: &[&str]| places.iter().all(|place| hers.writes(place));
    match gate {
        Gate::Content(place) => there(case.has_document && hers.reads(place)),
        Gate::SpokenOf => there(met),
        Gate::Due(place) => {
            allowed(hers.writes("coordination"))?;
            there(hers.reads(place))?;
            allowed(hers.writes(place))
        }
        Gate::Writes => allowed(hers.writes_anything()),
        Gate::WritesIn(places) => allowed(all(places)),
        Gate::Acts | Gate::PassesOn => allowed(hers.writes("coordination")),
        Gate::ActsIn(places) => allowed(hers.writes("coordination") && all(places)),
        Gate::Paper(place) => {
            allowed(hers.writes_anything())?;
            there(case.has_document && hers.reads(place))?;
            allowed(hers.writes(place))
        }
        Gate::AtMeeting => there(met && hers.reads("coordination")),
        Gate::WritesAtMeeting(place) => {
            allowed(hers.writes_anything())?;
            there(met)?;
            allowed(place.is_none_or(|place| hers.writes(place)))
        }
        Gate::Reads
        | Gate::Open
        | Gate::SignedIn
        | Gate::OtherProof
        | Gate::Ends(_)
        | Gate::OwnCases
        | Gate::OwnOrReceived
        | Gate::AnsweredCases
        | Gate::Week
        | Gate::Load
        | Gate::Entrusts
        | Gate::Finds
        | Gate::ToldOfAccesses
        | Gate::Journal
        | Gate::JournalOfCase
        | Gate::WatchesTheLog
        | Gate::OpensCases
        | Gate::KeepsAway
        | Gate::MayOpen(_) => Ok(()),
    }
}

/// The kinds of words, told by their names in a report.
pub(crate) fn told(canaries: &Canaries, word: usize) -> String {
    canaries
        .get(word)
        .map_or_else(String::new, |each| format!("{:?} in {}", each.kind, each.place))
}
