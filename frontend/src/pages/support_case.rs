//! Where a case stands: her words, each thread with its next step, what was agreed, what is new, who can see what.

mod access;
mod complete;
pub(crate) mod forms;
pub(crate) mod news;
pub(crate) mod note;
mod plan;
pub(super) mod sharing;
mod signals;
mod threads;

use super::{
    appointments, pieces,
    team_meeting::{Part, fetched},
};
use crate::{
    advice, api,
    asked::Asked,
    desk::{Desk, on_key},
    parts::{
        button::{Act, Weight},
        days,
        dialog::Sheet,
        icon::{Shape, small_icon},
        states::{loaded, stale},
    },
    route::Route,
    words::{say, say_with},
};
use contract::support_case::{CaseView, StoryView};
use domain::{
    support_case::Phase,
    words::{PlanId, SupportCaseId},
};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// A form of this page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Note a contact.
    Contact,
    /// Name something that carries.
    Strength,
    /// Agree a goal.
    Goal,
    /// Give an action.
    Action,
    /// Call a meeting.
    Meeting,
}

/// A case as it stands, asked again whenever it changes.
pub(super) fn followed(desk: Desk, case: SupportCaseId) -> Asked<CaseView> {
    let asked = Asked::new(move || api::support_case::seen(case));
    desk.live.on_change(
        move || {
            asked
                .seen
                .with(|seen| seen.as_ref().map(|view| (Some(view.topic.clone()), view.position)))
        },
        move || asked.again(),
    );
    asked
}

/// The screen.
#[component]
pub(crate) fn SupportCasePage(desk: Desk, case: SupportCaseId) -> impl IntoView {
    let asked = followed(desk, case);
    view! {
        {stale(asked)}
        {loaded(asked, "case-waiting", move |seen| {
            view! { <Standing desk case seen asked/> }
        })}
    }
}

#[component]
fn Standing(desk: Desk, case: SupportCaseId, seen: Signal<Arc<CaseView>>, asked: Asked<CaseView>) -> impl IntoView {
    let open = RwSignal::new(None::<Form>);
    let new_plan = StoredValue::new(PlanId(Uuid::now_v7()));
    on_key(desk, "n", move || {
        if seen.with_untracked(|case| case.writable) {
            open.set(Some(Form::Contact));
        }
    });
    let saved = Callback::new(move |words: String| {
        desk.toasts.show(words);
        asked.again();
    });
    let told = sharing::Told {
        desk,
        case,
        seen,
        saved,
    };
    let section = Asked::new(move || pieces::sharing_drawing(told));
    view! {
        <div class="split">
            <div class="body">
                <Head desk seen open/>
                <Words desk seen/>
                <signals::Signals desk seen saved/>
                <Show when=move || seen.with(|case| !case.received)>
                    {appointments::fetched(appointments::Part::OfCase(desk, seen, saved))}
                </Show>
                <threads::Threads desk seen/>
                // What is not here may be there all the same: nothing is said to be missing to who only receives.
                <Show when=move || seen.with(|case| !case.received || !case.goals.is_empty() || !case.actions.is_empty())>
                    <plan::PlanSection desk case seen open saved/>
                </Show>
                <Show when=move || seen.with(|case| !case.received || !case.strengths.is_empty() || !case.obstacles.is_empty())>
                    <Traits desk seen open/>
                </Show>
                <news::News desk seen/>
            </div>
            <aside aria-labelledby="who-sees">
                {loaded(section, "shared-waiting", |draw| {
                    let draw = draw.get_untracked();
                    draw()
                })}
            </aside>
        </div>
        <note::NoteSheet desk case seen open saved/>
        <CallSheet desk case seen open/>
        <forms::StrengthSheet desk case seen open saved/>
        <forms::GoalSheet desk case seen open saved new_plan/>
        <forms::ActionSheet desk case seen open saved new_plan/>
    }
}

/// Calling a meeting: what it asks is of the piece that leads meetings, and is fetched when the sheet opens.
#[component]
fn CallSheet(
    desk: Desk,
    case: SupportCaseId,
    seen: Signal<Arc<CaseView>>,
    open: RwSignal<Option<Form>>,
) -> impl IntoView {
    let open = forms::open_as(open, Form::Meeting);
    view! {
        <Sheet title=say("call-title") open>
            {fetched(Part::Call(desk, case, seen, open))}
        </Sheet>
    }
}

#[component]
fn Head(desk: Desk, seen: Signal<Arc<CaseView>>, open: RwSignal<Option<Form>>) -> impl IntoView {
    let meeting = move || {
        let case = seen.get();
        let next = case
            .meetings
            .iter()
            .filter(|meeting| meeting.opens && !meeting.closed)
            .min_by_key(|meeting| meeting.starts_at);
        next.map(|meeting| {
            let to = Route::Meeting {
                meeting: meeting.team_meeting.0,
                case: Some(case.support_case.0),
            };
            view! { <a href=to.path() class="button">{small_icon(Shape::Screen)}{say("case-meeting")}</a> }
        })
    };
    let over = move || {
        let case = seen.get();
        let since = days::month_and_year(case.opened_on.0);
        let key = match case.rules.phase {
            Phase::Open(_) | Phase::Unopened => "case-over-open",
            Phase::Closed => "case-over-closed",
        };
        say_with(key, &[("date", since.into())])
    };
    view! {
        <div class="head ruled">
            <div>
                <p class="over">{over}</p>
                <h1>{move || seen.get().label.0.clone()}</h1>
                <p class="people">{move || people(&seen.get())}</p>
            </div>
            <div class="acts">
                {move || {
                    let to = Route::Timeline(seen.get().support_case.0);
                    view! { <a href=to.path() class="button">{small_icon(Shape::Thread)}{say("case-timeline")}</a> }
                }}
                <Show when=move || seen.with(|case| !case.received)>
                    <a href=Route::Documents(seen.get_untracked().support_case.0).path() class="button">{say("case-documents")}</a>
                    <a href=Route::FinancialAids(seen.get_untracked().support_case.0).path() class="button">{say("case-aids")}</a>
                </Show>
                <Show when=move || seen.with(|case| case.acts && !case.received)>
                    <a href=Route::Course(seen.get_untracked().support_case.0).path() class="button">{say("case-course")}</a>
                </Show>
                {meeting}
                <Show when=move || seen.with(|case| case.writable)>
                    <Act on_act=Callback::new(move |()| open.set(Some(Form::Meeting)))>{say("call")}</Act>
                    <Act weight=Weight::First on_act=Callback::new(move |()| open.set(Some(Form::Contact)))>
                        {small_icon(Shape::Write)}
                        {say("note-contact")}
                    </Act>
                </Show>
            </div>
        </div>
        <Show when=move || !seen.with(|case| case.writable)>
            <p class="why">{say("case-read-only")}</p>
        </Show>
        {move || {
            let closed = seen.with(|case| case.closed_on);
            closed.map(|on| view! { <p class="why">{say_with("case-closed-remark", &[("date", days::full(on.0).into())])}</p> })
        }}
        {move || {
            desk.who().demonstration.then(|| view! { <p class="unseen">{say("demonstration")}</p> })
        }}
    }
}

fn people(case: &CaseView) -> impl IntoView + use<> {
    let members = case
        .household
        .iter()
        .enumerate()
        .map(|(place, member)| {
            let age = member
                .age
                .map(|years| format!(", {}", days::age(i64::from(years) * 12)));
            view! {
                {(place > 0).then_some(" · ")}
                <strong>{member.first_name.0.clone()}</strong>
                {age}
            }
        })
        .collect_view();
    let referent = match &case.referent {
        Some(worker) => view! { {say("case-followed-by")} " " <strong>{worker.name.0.clone()}</strong> }.into_any(),
        None => view! { <span class="now">{say("case-no-referent-now")}</span> }.into_any(),
    };
    let stop = if case.household.is_empty() { "" } else { ". " };
    view! { {members} {stop} {referent} }
}

/// Her words, then where things stand.
#[component]
fn Words(desk: Desk, seen: Signal<Arc<CaseView>>) -> impl IntoView {
    move || {
        let case = seen.get();
        if case.received && case.stories.is_empty() {
            return None;
        }
        let adult = case
            .stories
            .iter()
            .find(|story| story.child_age.is_none())
            .or(case.stories.first());
        let story = adult.map_or_else(
            || view! { <p class="calm">{say("story-none")}</p> }.into_any(),
            |story| {
                view! {
                    <blockquote class="quote">{quoted(&story.words.0)}</blockquote>
                    <p class="mark">{heard(story, desk)}</p>
                }
                .into_any()
            },
        );
        let summary = case
            .summary
            .as_ref()
            .filter(|_| case.closed_on.is_none())
            .map(|summary| {
                view! { <p class="standing"><strong>{say("case-now")}</strong> " " {summary.text.0.clone()}</p> }
            });
        Some(view! { <div class="words"><div>{story}</div>{summary}</div> })
    }
}

/// Words as they were said, between quotes with their no-break spaces.
pub(crate) fn quoted(words: &str) -> String {
    say_with("quoted", &[("words", words.trim().into())])
}

/// Who said it, and when it was read back.
pub(crate) fn heard(story: &StoryView, desk: Desk) -> String {
    let speaker = match story.child_age {
        Some(years) => say_with(
            "story-child",
            &[
                ("name", (&story.speaker_name.0).into()),
                ("age", days::age(i64::from(years) * 12).into()),
            ],
        ),
        None => story.speaker_name.0.clone(),
    };
    let (key, day) = match story.read_back_on {
        Some(day) => ("story-read-back", day),
        None => ("story-said-on", story.on),
    };
    say_with(
        key,
        &[
            ("name", speaker.into()),
            ("date", days::near(day.0, desk.today()).into()),
        ],
    )
}

/// What carries, then what blocks.
#[component]
fn Traits(desk: Desk, seen: Signal<Arc<CaseView>>, open: RwSignal<Option<Form>>) -> impl IntoView {
    let add = Callback::new(move |()| open.set(Some(Form::Strength)));
    let refusal = Signal::derive(move || {
        let case = seen.get();
        let command = forms::strength_command(case.support_case, "…", false, None);
        command.and_then(|command| advice::refusal(&case.rules, &advice::asks(desk, desk.now(), command)))
    });
    view! {
        <section class="traits" aria-label=say("traits")>
            <div>
                <h2>{small_icon(Shape::Plus)}{say("carries")}</h2>
                <ul>
                    {move || {
                        seen.get().strengths.iter().map(|each| view! { <li>{each.text.0.clone()}</li> }).collect_view()
                    }}
                </ul>
                {move || seen.get().strengths.is_empty().then(|| view! { <p class="calm">{say("carries-none")}</p> })}
                <Show when=move || seen.with(|case| case.writable)>
                    <Act on_act=add refusal>{say("strength-add")}</Act>
                </Show>
            </div>
            <div>
                <h2>{small_icon(Shape::Warning)}{say("blocks")}</h2>
                <ul>
                    {move || {
                        seen.get().obstacles.iter().map(|each| view! { <li>{each.text.0.clone()}</li> }).collect_view()
                    }}
                </ul>
                {move || seen.get().obstacles.is_empty().then(|| view! { <p class="calm">{say("blocks-none")}</p> })}
            </div>
        </section>
    }
}
