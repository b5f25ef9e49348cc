//! What France Travail prescribed to people, one action a row, over many years: each becomes an action of the plan of her
//! case, begun and done when the sheet tells it. The word NULL stands for what is not told.
//!
//! The sheet names people by an identifier alone. Who is known by it from the other sheets has the actions in a case of
//! hers; of who is not, nothing is invented: her case bears the identifier, and what it says is sealed under the case.

use super::errands::{Adds, Errand, Office};
use super::people::Known;
use super::places::Place;
use super::sheets::{Line, Reading};
use super::themes;
use crate::asking::{Times, half};
use crate::{Fault, instants};
use domain::organisation::Kind;
use domain::plan::{self, Plan};
use domain::support_case::{self, Intensity, Opening, Phase, Support, SupportCase};
use domain::words::{ActionId, Day, Doer, LONGEST, ServiceId, SupportCaseId, WorkerId};
use jiff::Timestamp;
use sealed::{Compartment, Private, Subject};
use std::collections::BTreeMap;
use uuid::Uuid;

const SCOPE: &str = "import.carnet_de_bord.case";

/// The column that tells whom an action was prescribed to.
pub(super) const PERSON: &str = "identifiant_unique_de";
const WHAT: &str = "lblaction";
const PRESCRIBED: &str = "date_prescription";

/// People of the other sheets, by the identifiers that an employment agency may call them by.
#[derive(Debug, Default)]
pub(super) struct Acquainted(BTreeMap<String, Vec<Known>>);

impl Acquainted {
    pub(super) fn meet(&mut self, known_by: Vec<String>, known: &Known) {
        for number in known_by {
            let theirs = self.0.entry(number).or_default();
            if theirs.iter().all(|other| other.person != known.person) {
                theirs.push(known.clone());
            }
        }
    }
}

/// What is known while one sheet is read.
pub(super) struct Prescriptions<'a> {
    office: &'a Office,
    acquainted: &'a Acquainted,
    service: ServiceId,
    /// The first prescription of each person.
    opened: BTreeMap<String, Timestamp>,
    /// How often each prescription was met: two equal rows are two actions.
    met: BTreeMap<[u8; 16], u32>,
}

/// A row as it was read.
struct Prescription {
    person: String,
    what: String,
    trained: bool,
    at: Timestamp,
    begun: Option<Timestamp>,
    done: Option<Timestamp>,
    /// What it is known by, beside its person.
    key: Vec<String>,
}

/// Brings a sheet in; it is read twice, first to learn when each accompaniment began.
pub(super) async fn bring_in(
    office: &Office,
    mut survey: Reading,
    mut rows: Reading,
    acquainted: &Acquainted,
) -> Result<(), Fault> {
    let mut opened: BTreeMap<String, Timestamp> = BTreeMap::new();
    while let Some(row) = survey.next()? {
        if let Ok(line) = row
            && let (Some(person), Some(text)) = (told(&line, PERSON), told(&line, PRESCRIBED))
            && let Ok(at) = instants::instant(&text, &office.territory)
        {
            let first = opened.entry(person).or_insert(at);
            *first = at.min(*first);
        }
    }
    if opened.is_empty() {
        // Nothing can be kept: every row tells why.
        while let Some(row) = rows.next()? {
            match row {
                Ok(line) => read(office, line).map(drop)?,
                Err(why) => office.refuse(&why)?,
            }
        }
        return Ok(());
    }
    let agency = Place {
        key: "france travail".to_owned(),
        kind: Kind::Employment,
        name: "France Travail".to_owned(),
    };
    let origin = super::errands::Origin {
        line: 1,
        field: rows.file.clone(),
    };
    let mut prescriptions = Prescriptions {
        office,
        acquainted,
        service: agency.establish(office, &origin).await?,
        opened,
        met: BTreeMap::new(),
    };
    while let Some(row) = rows.next()? {
        match row {
            Ok(line) => prescriptions.keep(line).await?,
            Err(why) => office.refuse(&why)?,
        }
    }
    Ok(())
}

/// What a cell tells.
fn told(line: &Line, column: &str) -> Option<String> {
    line.text(column).filter(|text| text != "NULL")
}

/// Reads a row; none when it was refused, which is then written down.
fn read(office: &Office, mut line: Line) -> Result<Option<(Prescription, Line)>, Fault> {
    for column in [PERSON, WHAT, PRESCRIBED] {
        if told(&line, column).is_none() {
            line.wrong.push(line.origin(column).refused("la valeur manque"));
        }
    }
    let mut instant = |column: &str| {
        let text = told(&line, column)?;
        match instants::instant(&text, &office.territory) {
            Ok(at) => Some(at),
            Err(reason) => {
                line.wrong.push(line.origin(column).refused(reason));
                None
            }
        }
    };
    let at = instant(PRESCRIBED);
    let (made, begun, ended) = (
        instant("date_realisation_action"),
        instant("date_debut"),
        instant("date_fin"),
    );
    let mut what = told(&line, WHAT).unwrap_or_default();
    let (subject, aim) = (told(&line, "formation"), told(&line, "objectif_formation"));
    let trained = subject.is_some() || aim.is_some();
    let key = [told(&line, "codeaction"), Some(what.clone()), subject.clone()];
    if let Some(subject) = subject {
        what = format!("{what} : {subject}");
    }
    if let Some(aim) = aim {
        what = format!("{what} ({aim})");
    }
    if what.chars().count() > LONGEST {
        line.wrong
            .push(line.origin(WHAT).refused(format!("plus de {LONGEST} caractères")));
    }
    let refused = line.is_refused(office)?;
    let (Some(at), false) = (at, refused) else {
        return Ok(None);
    };
    // What is still to come is neither begun nor done.
    let past = |at: &Timestamp| *at <= office.now;
    let mut key: Vec<String> = key.into_iter().map(Option::unwrap_or_default).collect();
    key.push(at.to_string());
    let prescription = Prescription {
        person: told(&line, PERSON).unwrap_or_default(),
        what,
        trained,
        at,
        begun: begun.or(made).filter(past),
        // Where no end is told, an action that was made on one day is done on that day.
        done: ended.or(if begun.is_none() { made } else { None }).filter(past),
        key,
    };
    Ok(Some((prescription, line)))
}

impl Prescriptions<'_> {
    /// The columns without which nothing is read.
    pub(super) const NEEDED: [&'static str; 3] = [PERSON, WHAT, PRESCRIBED];

    async fn keep(&mut self, line: Line) -> Result<(), Fault> {
        let Some((prescription, line)) = read(self.office, line)? else {
            return Ok(());
        };
        let known = match self.acquainted.0.get(&prescription.person).map(Vec::as_slice) {
            None | Some([]) => None,
            Some([known]) => Some(known.clone()),
            Some(_) => {
                let why = "plusieurs personnes portent cet identifiant";
                return self.office.refuse(&line.origin(PERSON).refused(why));
            }
        };
        let case = self.case(&prescription, &line, known.as_ref()).await?;
        let parts: Vec<&str> = std::iter::once(prescription.person.as_str())
            .chain(prescription.key.iter().map(String::as_str))
            .collect();
        let met = self
            .met
            .entry(half(self.office.ids.key("prescription", &parts)))
            .or_default();
        let repeat = met.to_string();
        *met = met.saturating_add(1);
        let parts: Vec<&str> = parts.into_iter().chain([repeat.as_str()]).collect();
        let errands = self.errands(&prescription, &parts, &line, case, known.as_ref());
        let stream = self.office.ids.thing(case, "prescriptions", &[&prescription.person]);
        let mut held = self.office.log.hold::<Plan>(stream).await?;
        self.office.carry(&mut held, errands).await
    }

    /// Her case, opened with her first prescription.
    async fn case(&self, of: &Prescription, line: &Line, known: Option<&Known>) -> Result<Uuid, Fault> {
        let office = self.office;
        let name = format!("prescriptions:{}", of.person);
        let reserved = office.ids.name(&name);
        let mut held = office.find::<SupportCase>(SCOPE, &reserved).await?;
        let case = held.stream();
        if held.state().phase == Phase::Unopened {
            let at = self.opened.get(&of.person).copied().unwrap_or(of.at);
            let wish = support_case::Command::Open(Opening {
                household: known.map(|known| known.household),
                people: known.iter().map(|known| known.person).collect(),
                service: self.service,
                label: known.map_or_else(
                    || Private::new(Subject::SupportCase(case), Compartment::Identity, of.person.clone()),
                    |known| known.label.clone(),
                ),
                opened_on: Day::of(at, &office.territory),
                support: Support::Unknown,
                intensity: Intensity::Standard,
                children: 0,
                requested_on: None,
            });
            let command = office.ids.command("case", &[&name]);
            let errand = Errand::new(line.origin(PERSON), command, WorkerId::TRAME, Times::then(at), wish);
            let errand = errand.adding(Adds::Case).reserving(SCOPE, reserved);
            office.carry(&mut held, vec![errand]).await?;
        }
        Ok(case)
    }

    fn errands(
        &self,
        of: &Prescription,
        parts: &[&str],
        line: &Line,
        case: Uuid,
        known: Option<&Known>,
    ) -> Vec<Errand<plan::Command>> {
        let ids = &self.office.ids;
        let action = ActionId(ids.thing(case, "prescription", parts));
        let domain = themes::prescribed(&of.what, of.trained);
        let subject = known.map_or(Subject::SupportCase(case), |known| Subject::Person(known.person.0));
        let errand = |role: &str, column: &str, at, wish| {
            let command = ids.command(role, parts);
            Errand::new(line.origin(column), command, WorkerId::TRAME, Times::then(at), wish).dated()
        };
        let assign = plan::Command::AssignAction {
            support_case: SupportCaseId(case),
            action,
            goal: None,
            what: Private::new(subject, domain.compartment(), of.what.clone()),
            domain,
            doer: known.map_or(Doer::Service(self.service), |known| Doer::Person(known.person)),
            due_on: None,
        };
        let mut errands = vec![errand("prescribed", WHAT, of.at, assign)];
        if let Some(at) = of.begun {
            let start = plan::Command::StartAction { action };
            errands.push(errand("prescription begun", "date_debut", at, start));
        }
        if let Some(at) = of.done {
            let complete = plan::Command::CompleteAction { action, result: None };
            errands.push(errand("prescription done", "date_fin", at, complete));
        }
        errands
    }
}
