//! What is brought and said: the sheets of the services and of the family before, hypotheses and answers while they sit.

use super::{
    conduct::{participant_of, seated},
    step::Steps,
};
use crate::{
    advice,
    drafts::Draft,
    parts::{
        button::{Act, Send, Weight},
        days,
        field::{Of, lines, one_of},
        states::{draft_notices, unfulfilled},
    },
    words::{say, say_with},
};
use contract::team_meeting::{FamilySheetView, SaidView, SheetView, Step};
use domain::{team_meeting::Participant, words::PersonId};
use leptos::{ev::SubmitEvent, prelude::*};

const PARTS: [(&str, &str); 4] = [
    ("facts", "sheet-facts"),
    ("observations", "sheet-observations"),
    ("analysis", "sheet-analysis"),
    ("proposal", "sheet-proposal"),
];

/// The sheets: those that were brought, those that are awaited, and one's own.
#[component]
pub(super) fn Sheets(steps: Steps, writes: bool) -> impl IntoView {
    view! {
        <section class="sheets">
            <h3>{say("sheets")}</h3>
            {move || {
                steps
                    .seen
                    .with(|seen| {
                        let awaited: Vec<String> = seen.course.without_sheet.iter().map(|name| name.0.clone()).collect();
                        let words = if awaited.is_empty() {
                            say("sheet-complete")
                        } else {
                            say_with("sheet-missing", &[("services", awaited.join(", ").into())])
                        };
                        let family = seen.course.family_sheets.iter().map(|sheet| of_family(steps, sheet)).collect_view();
                        let brought = seen.course.sheets.iter().map(|sheet| of_service(steps, sheet)).collect_view();
                        view! {
                            <p class="mark">{words}</p>
                            {family}
                            {brought}
                        }
                    })
            }}
        </section>
        {writes.then(|| view! { <OwnSheet steps/><FamilyForm steps/> })}
    }
}

fn of_service(steps: Steps, sheet: &SheetView) -> impl IntoView + use<> {
    let line = say_with(
        "sheet-line",
        &[
            ("service", (&sheet.service.0).into()),
            ("name", (&sheet.author.0).into()),
            ("date", days::near(sheet.on.0, steps.desk.today()).into()),
        ],
    );
    let texts = [&sheet.facts, &sheet.observations, &sheet.analysis, &sheet.proposal];
    let parts = PARTS
        .into_iter()
        .zip(texts)
        .filter_map(|((_, label), text)| {
            let text = text.as_ref()?.0.clone();
            Some(view! {
                <dt>{say(label)}</dt>
                <dd>{text}</dd>
            })
        })
        .collect_view();
    view! {
        <details class="fold sheet-brought" name="sheet-brought">
            <summary class="mark">{line}</summary>
            <dl>{parts}</dl>
        </details>
    }
}

fn of_family(steps: Steps, sheet: &FamilySheetView) -> impl IntoView + use<> {
    let on = days::near(sheet.on.0, steps.desk.today());
    let further = [
        ("family-sheet-wishes", &sheet.wishes),
        ("family-sheet-disagreement", &sheet.disagreement),
    ]
    .into_iter()
    .filter_map(|(label, text)| {
        let text = text.as_ref()?.0.clone();
        Some(view! {
            <p class="mark">{say(label)}</p>
            <p class="voice">{text}</p>
        })
    })
    .collect_view();
    view! {
        <article class="sheet-family">
            <p class="voice">{sheet.words.0.clone()}</p>
            {further}
            <p class="mark">{format!("{}, {on}", sheet.name.0)}</p>
        </article>
    }
}

#[component]
fn OwnSheet(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(
        steps.desk.who().worker.0,
        &format!("sheet.{}.{}", steps.meeting, steps.case),
    );
    let of = move |name| Of::new(draft, steps.wish, name);
    let plain = move |name: &str| advice::plain(&draft.get(name));
    let refusal = Signal::derive(move || {
        let nothing = PARTS.iter().all(|(name, _)| plain(name).is_none());
        nothing.then(|| say("team_meeting-nothing_contributed"))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if refusal.get_untracked().is_some() {
            return;
        }
        let step = Step::Contribute {
            facts: plain("facts"),
            observations: plain("observations"),
            analysis: plain("analysis"),
            proposal: plain("proposal"),
            compartment: None,
        };
        steps.take_then(step, move || draft.close());
    };
    let fields = PARTS.map(|(name, label)| lines(of(name), say(label), false, String::new()));
    view! {
        <form class="form sheet-form" on:submit=submit>
            <h3>{say("sheet-own")}</h3>
            {draft_notices(draft)}
            {fields.into_iter().collect_view()}
            {unfulfilled(steps.wish, draft, &["facts", "observations", "analysis", "proposal"])}
            <Send refusal busy=steps.wish.busy>{say("sheet-save")}</Send>
        </form>
    }
}

fn person_of(code: &str) -> Option<PersonId> {
    match participant_of(code)? {
        Participant::Person(person) => Some(person),
        Participant::Worker(_) => None,
    }
}

fn family(steps: Steps) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        steps
            .seen
            .with(|seen| seated(seen, |seat| matches!(seat.participant, Participant::Person(_))))
    })
}

#[component]
fn FamilyForm(steps: Steps) -> impl IntoView {
    let steps = steps.apart();
    let draft = Draft::open(
        steps.desk.who().worker.0,
        &format!("family_sheet.{}.{}", steps.meeting, steps.case),
    );
    let of = move |name| Of::new(draft, steps.wish, name);
    let told = move || Some((person_of(&draft.get("of"))?, advice::plain(&draft.get("words"))?));
    let refusal = Signal::derive(move || told().is_none().then(|| say("family-sheet-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some((of, words)) = told() {
            let step = Step::WriteFamilySheet {
                of,
                words,
                wishes: advice::plain(&draft.get("wishes")),
                disagreement: advice::plain(&draft.get("disagreement")),
            };
            steps.take_then(step, move || draft.close());
        }
    };
    view! {
        <form class="form family-sheet-form" on:submit=submit>
            <h3>{say("family-sheet")}</h3>
            {draft_notices(draft)}
            {one_of(of("of"), say("family-sheet-of"), family(steps))}
            {lines(of("words"), say("family-sheet-words"), true, String::new())}
            {lines(of("wishes"), say("family-sheet-wishes"), true, String::new())}
            {lines(of("disagreement"), say("family-sheet-disagreement"), true, String::new())}
            {unfulfilled(steps.wish, draft, &["of", "words", "wishes", "disagreement"])}
            <Send refusal busy=steps.wish.busy>{say("family-sheet-save")}</Send>
        </form>
    }
}

/// Whose turn it is, what might explain something, and what the family answers.
#[component]
pub(super) fn Said(steps: Steps) -> impl IntoView {
    let turn = steps.apart();
    let called = Memo::new(move |_| {
        steps
            .seen
            .with(|seen| seen.agenda.iter().any(|line| line.current && line.turn))
    });
    let hypothesis = ("hypothesis", "hypothesis-example", "hypothesis-save");
    let answer = ("answer", "answer-example", "answer-save");
    view! {
        {move || {
            (!called.get())
                .then(|| {
                    view! {
                        <div class="acts">
                            <Act weight=Weight::Second on_act=Callback::new(move |()| turn.take(Step::BeginTurn {}))>
                                {say("turn-call")}
                            </Act>
                            {unfulfilled(turn.wish, None, &[])}
                        </div>
                    }
                })
        }}
        {said(steps.apart(), "hypothesis", hypothesis, false)}
        {said(steps.apart(), "answer", answer, true)}
    }
}

/// A form of someone and her words.
fn said(
    steps: Steps,
    about: &'static str,
    (label, example, save): (&'static str, &'static str, &'static str),
    of_family: bool,
) -> impl IntoView {
    let name = format!("{about}.{}.{}", steps.meeting, steps.case);
    let draft = Draft::open(steps.desk.who().worker.0, &name);
    let field = move |name| Of::new(draft, steps.wish, name);
    let step = move || {
        let text = advice::plain(&draft.get("text"))?;
        let of = participant_of(&draft.get("of"))?;
        Some(match of {
            Participant::Person(of) if of_family => Step::RecordFamilyAnswer { of, text },
            Participant::Person(_) | Participant::Worker(_) => Step::RaiseHypothesis { of, text },
        })
    };
    let refusal = Signal::derive(move || step().is_none().then(|| say("said-needed")));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(step) = step() {
            steps.take_then(step, move || draft.close());
        }
    };
    let people = if of_family {
        family(steps)
    } else {
        Signal::derive(move || steps.seen.with(|seen| seated(seen, |_| true)))
    };
    view! {
        <form class=format!("form {about}-form") on:submit=submit>
            {draft_notices(draft)}
            {one_of(field("of"), say("hypothesis-of"), people)}
            {lines(field("text"), say(label), of_family, say(example))}
            {unfulfilled(steps.wish, draft, &["of", "text"])}
            <Send refusal busy=steps.wish.busy>{say(save)}</Send>
        </form>
    }
}

/// What was said of the case while they sat, under the decisions.
pub(super) fn heard(title: &'static str, all: &[SaidView], voiced: bool) -> Option<impl IntoView + use<>> {
    if all.is_empty() {
        return None;
    }
    let lines = all
        .iter()
        .map(|said| {
            view! {
                <li>
                    <p class:voice=voiced>{said.text.0.clone()}</p>
                    <p class="mark">{said.name.0.clone()}</p>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="heard">
            <h3>{say(title)}</h3>
            <ul>{lines}</ul>
        </section>
    })
}
