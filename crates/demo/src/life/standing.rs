//! Where things stand: the person's story, what carries and blocks, each life domain in two voices, the summary.

use super::Life;
use crate::book::{about, within};
use crate::calendar::{Moment, plus};
use domain::support_case::{Assessment, Command, Story, Trait};
use domain::words::{Day, DomainOfLife, Level, StoryId, TraitId, Voice, WorkerId};
use sealed::Compartment;

/// What is seen of a domain of which a story does not speak.
const ELSEWHERE: [(DomainOfLife, &str, &str); 3] = [
    (
        DomainOfLife::Housing,
        "Le logement est petit, on s’arrange.",
        "Demande de logement social enregistrée.",
    ),
    (
        DomainOfLife::Budget,
        "Je compte à partir du 20.",
        "Droits à vérifier, une facture en attente.",
    ),
    (
        DomainOfLife::Parenting,
        "Les enfants vont bien, ils posent des questions.",
        "Relais à trouver pour le mercredi.",
    ),
];

impl Life<'_, '_> {
    /// Tells where things stand at the first contact, on the way, and late.
    pub(super) fn assess(&mut self) {
        let first = self.slot.first_contact_on.unwrap_or(self.slot.opened_on);
        self.arrive(first);
        if self.slot.domains.is_some() {
            return;
        }
        let stages = [first, self.month(6), self.month(14)];
        for (stage, day) in stages.into_iter().enumerate() {
            if day > self.horizon() {
                break;
            }
            self.rate_stage(stage, day);
        }
        if let Some(again) = self.slot.ending.again_on() {
            let day = plus(again, 20);
            if day < self.book.calendar.today() {
                self.rate_stage(1, day);
            }
        }
    }

    /// What is said and seen at the first contact.
    fn arrive(&mut self, day: Day) {
        let Some(by) = self.speaker(day) else { return };
        let at = self.book.calendar.at(day, 16, 50);
        let story = self.slot.story;
        self.tell_story(by, at, story.words.first().copied().unwrap_or_default());
        for (place, (domain, text)) in story.strengths.iter().take(2).enumerate() {
            let named_by = if place == 0 { Voice::Person } else { Voice::Worker };
            self.name_trait(by, at, *domain, text, named_by, true);
        }
        let obstacles = if self.chance.percent(60) { 2 } else { 1 };
        for (domain, text) in story.obstacles.iter().take(obstacles) {
            self.name_trait(by, at, *domain, text, Voice::Person, false);
        }
        if let Some(domains) = self.slot.domains {
            for domain in domains {
                self.rate_chosen(by, at, *domain);
            }
        }
    }

    fn rate_stage(&mut self, stage: usize, day: Day) {
        let Some(by) = self.speaker(day) else { return };
        let at = self.book.calendar.at(day, 17, 0);
        let story = self.slot.story;
        for thread in &story.threads {
            let at_stage = |words: &[&'static str; 3]| words.get(stage).copied();
            let Some((hers, ours)) = thread.levels.get(stage) else {
                continue;
            };
            self.rate(by, at, thread.domain, Voice::Person, *hers, at_stage(&thread.says));
            self.rate(by, at, thread.domain, Voice::Worker, *ours, at_stage(&thread.seen));
        }
        if stage == 1
            && let Some((domain, text)) = story.strengths.last()
        {
            self.name_trait(by, at, *domain, text, Voice::Worker, true);
        }
        if stage == 2
            && let Some(words) = story.words.last()
        {
            self.tell_story(by, at, words);
        }
        let summary = if stage == 0 {
            story.summary.first()
        } else {
            story.summary.last()
        };
        if stage != 1
            && let Some(summary) = summary
        {
            let summary = self.fill(summary);
            let text = about(self.home.main().0, Compartment::Social, &summary);
            self.ask(by, at, Command::SumUp { text });
        }
    }

    fn rate_chosen(&mut self, by: WorkerId, at: Moment, domain: DomainOfLife) {
        let story = self.slot.story;
        let thread = story.threads.iter().find(|thread| thread.domain == domain);
        if let Some((thread, (hers, ours))) = thread.and_then(|one| one.levels.first().map(|levels| (one, *levels))) {
            self.rate(by, at, domain, Voice::Person, hers, thread.says.first().copied());
            self.rate(by, at, domain, Voice::Worker, ours, thread.seen.first().copied());
        } else if let Some((_, says, seen)) = ELSEWHERE.iter().find(|(one, ..)| *one == domain) {
            self.rate(by, at, domain, Voice::Person, 3, Some(says));
            self.rate(by, at, domain, Voice::Worker, 2, Some(seen));
        }
    }

    fn rate(&mut self, by: WorkerId, at: Moment, domain: DomainOfLife, voice: Voice, level: u8, words: Option<&str>) {
        let words = words.map(|words| self.fill(words));
        let person = self.home.main().0;
        let assessment = Assessment {
            domain,
            voice,
            level: Level::try_from(level).ok(),
            words: words.map(|words| within(person, domain, &words)),
        };
        self.ask(by, at, Command::Assess(assessment));
    }

    fn tell_story(&mut self, by: WorkerId, at: Moment, words: &str) {
        let words = self.fill(words);
        let speaker = self.home.main();
        let story = Story {
            story: StoryId(self.book.id("story", at)),
            speaker,
            words: about(speaker.0, Compartment::Social, &words),
            read_back_on: None,
        };
        self.ask(by, at, Command::RecordStory(story));
    }

    fn name_trait(
        &mut self,
        by: WorkerId,
        at: Moment,
        domain: DomainOfLife,
        text: &str,
        named_by: Voice,
        carries: bool,
    ) {
        let text = self.fill(text);
        let named = Trait {
            id: TraitId(self.book.id("trait", at)),
            text: within(self.home.main().0, domain, &text),
            named_by,
            domain: Some(domain).filter(|domain| self.slot.speaks_of(*domain)),
            holder: None,
            relative: None,
        };
        let command = if carries {
            Command::IdentifyStrength(named)
        } else {
            Command::IdentifyObstacle(named)
        };
        self.ask(by, at, command);
    }

    /// Who writes for the case on a day: the référent, or the secretary while there is none.
    fn speaker(&self, day: Day) -> Option<WorkerId> {
        self.slot
            .referent_on(day)
            .or_else(|| Some(crate::territory::worker("sylvie.blanchet")))
    }
}
