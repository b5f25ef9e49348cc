//! The index of names, in memory only: sealed names are opened here for the program itself, and a search is filtered by
//! who may find what before anything is ranked.

use crate::fault::Fault;
use access::{Permit, Reach};
use domain::words::{ServiceId, SupportCaseId, WorkerId};
use keyring::Keyring;
use projections::support_case::CaseNames;
use sealed::Private;
use std::collections::BTreeMap;
use tokio::sync::RwLock;

/// Names of the cases and their people, as they are looked for.
#[derive(Default)]
pub struct NameIndex(RwLock<Index>);

#[derive(Default)]
struct Index {
    position: u64,
    /// The generation of the keys at which names were opened: once one is destroyed, all are opened anew.
    generation: u64,
    cases: BTreeMap<SupportCaseId, Indexed>,
}

struct Indexed {
    service: ServiceId,
    participants: Vec<WorkerId>,
    /// How the case is called.
    label: Vec<String>,
    words: Vec<String>,
}

impl NameIndex {
    /// Takes in what changed since the last time.
    ///
    /// # Errors
    /// A fault.
    pub async fn refresh(&self, client: &mut projections::Client, keyring: &Keyring) -> Result<(), Fault> {
        let permit = Permit::for_operation();
        let mut index = self.0.write().await;
        let generation = keyring.generation();
        if index.generation != generation {
            *index = Index {
                generation,
                ..Index::default()
            };
        }
        let (changed, position) = projections::support_case::names(client, &permit, index.position).await?;
        let subjects = changed.iter().flat_map(|case| {
            case.people
                .iter()
                .map(|person| person.name.subject())
                .chain([case.label.subject()])
        });
        let keys = keyring.prefetch(subjects).await?;
        for case in changed {
            let label = keys
                .open(&permit, &case.label)?
                .value()
                .as_deref()
                .map(split)
                .unwrap_or_default();
            let words = words(
                &case,
                |text| Ok(keys.open(&permit, text)?.value()),
                |name| {
                    let name = keys.open(&permit, name)?.value();
                    Ok(name.map(|name| format!("{} {}", name.first, name.last)))
                },
            )?;
            let CaseNames {
                support_case,
                service,
                participants,
                ..
            } = case;
            index.cases.insert(
                support_case,
                Indexed {
                    service,
                    participants,
                    label,
                    words,
                },
            );
        }
        index.position = position;
        Ok(())
    }

    /// The cases in which every word looked for is a whole word of the names. Who may know of them is asked of the register,
    /// which subtracts those from which the reader is kept away.
    pub async fn whole(&self, names: &str) -> Vec<SupportCaseId> {
        let wanted = split(names);
        let index = self.0.read().await;
        let of_all = |case: &Indexed| wanted.iter().all(|part| case.words.contains(part));
        let found = index
            .cases
            .iter()
            .filter(|(_, case)| !wanted.is_empty() && of_all(case));
        found.map(|(id, _)| *id).collect()
    }

    /// Those of some cases in whose own name every word looked for begins a word: who only reads how a case is called is
    /// not told by a search who lives there.
    pub async fn called(&self, cases: &[SupportCaseId], names: &str) -> Vec<SupportCaseId> {
        let wanted = split(names);
        let index = self.0.read().await;
        let begins = |label: &[String], part: &str| label.iter().any(|word| word.starts_with(part));
        let fits = |case: &&SupportCaseId| {
            index
                .cases
                .get(case)
                .is_some_and(|case| wanted.iter().all(|part| begins(&case.label, part)))
        };
        cases
            .iter()
            .filter(|_| !wanted.is_empty())
            .filter(fits)
            .copied()
            .collect()
    }

    /// The cases within reach of a permit in which every word looked for begins a word of a name.
    pub async fn search(&self, permit: &Permit, names: &str) -> Vec<SupportCaseId> {
        let wanted = split(names);
        if wanted.is_empty() {
            return Vec::new();
        }
        let index = self.0.read().await;
        index
            .cases
            .iter()
            .filter(|(_, case)| within(permit, case))
            .filter(|(_, case)| {
                wanted
                    .iter()
                    .all(|part| case.words.iter().any(|word| word.starts_with(part.as_str())))
            })
            .map(|(id, _)| *id)
            .collect()
    }
}

fn within(permit: &Permit, case: &Indexed) -> bool {
    let reader = permit.reader();
    match permit.reach() {
        Reach::Everything => true,
        Reach::OwnCases => case.service == reader.service && case.participants.contains(&reader.worker),
        Reach::Case(_) | Reach::AnsweredCases | Reach::Received | Reach::Service(_) | Reach::Territory => false,
    }
}

fn words(
    case: &CaseNames,
    open_label: impl Fn(&Private<String>) -> Result<Option<String>, Fault>,
    open_name: impl Fn(&Private<domain::person::Name>) -> Result<Option<String>, Fault>,
) -> Result<Vec<String>, Fault> {
    let mut words = open_label(&case.label)?.as_deref().map(split).unwrap_or_default();
    for person in &case.people {
        words.extend(open_name(&person.name)?.as_deref().map(split).unwrap_or_default());
    }
    words.sort();
    words.dedup();
    Ok(words)
}

/// The words of a name as they are compared: without case, accents, or what stands between them.
fn split(names: &str) -> Vec<String> {
    names
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().flat_map(char::to_lowercase).map(plain).collect::<String>())
        .map(|word| word.replace('œ', "oe").replace('æ', "ae"))
        .collect()
}

/// A letter of a French name without its accent.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' => 'i',
        'ñ' => 'n',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ÿ' | 'ý' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn names_are_compared_without_case_or_accents() {
        assert_eq!(split("Inès N’Diaye-Lefèvre"), ["ines", "n", "diaye", "lefevre"]);
        assert_eq!(split("  "), Vec::<String>::new());
    }
}
