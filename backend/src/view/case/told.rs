//! What was told: the story in the person's words, the summary, what carries and what blocks.

use super::people::age;
use crate::fault::Fault;
use crate::view::Opening;
use contract::Plain;
use contract::support_case::{Dated, StoryView, TraitView};
use domain::support_case::Trait;
use projections::case_file::{CaseFile, Entry};

pub(super) fn stories(file: &CaseFile, open: &Opening) -> Result<Vec<StoryView>, Fault> {
    let mut stories = Vec::new();
    for Entry { stamp, what } in file.stories.iter().rev() {
        let Some(words) = open.text(&what.words)? else { continue };
        let on = open.day(stamp.occurred_at);
        let age = age(
            file.people
                .get(&what.speaker)
                .and_then(|person| person.birth_month.as_deref()),
            on,
        );
        stories.push(StoryView {
            story: what.story,
            speaker: what.speaker,
            speaker_name: Plain(open.name(what.speaker)?.first),
            child_age: age.filter(|years| *years < 18),
            words,
            told_to: open.worker(stamp.by)?,
            on,
            read_back_on: what.read_back_on,
        });
    }
    Ok(stories)
}

pub(super) fn summary(file: &CaseFile, open: &Opening) -> Result<Option<Dated>, Fault> {
    let Some(Entry { stamp, what }) = &file.summary else {
        return Ok(None);
    };
    Ok(open.text(what)?.map(|text| Dated {
        text,
        on: open.day(stamp.occurred_at),
    }))
}

pub(super) fn traits(entries: &[Entry<Trait>], open: &Opening) -> Result<Vec<TraitView>, Fault> {
    let mut views = Vec::new();
    for Entry { stamp, what } in entries {
        let Some(text) = open.text(&what.text)? else { continue };
        let on = open.day(stamp.occurred_at);
        views.push(TraitView {
            id: what.id,
            text,
            named_by: what.named_by,
            domain: what.domain,
            holder: what.holder,
            relative: what.relative,
            on,
        });
    }
    Ok(views)
}
