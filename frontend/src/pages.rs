//! The screens, one file each; what they have of plain logic stands in their `model.rs`.

mod accesses;
mod appointments;
mod calendar;
mod course;
mod documents;
mod financial_aids;
mod passkeys;
mod password;
mod past;
mod pieces;
mod place;
mod proof;
mod second_factor;
mod sessions;
pub(crate) mod sign_in;
mod signals;
mod support_case;
mod support_cases;
mod team_meeting;
mod team_meetings;
mod timeline;
mod week;
mod workload;

use crate::{asked::Asked, desk::Desk, parts::states::loaded, route::Route};
use leptos::prelude::*;

/// The screen of an address, once its piece of the client is there.
pub(crate) fn draw(desk: Desk, route: Route) -> AnyView {
    let asked = Asked::new(move || pieces::drawing(desk, route));
    loaded(asked, route.waiting(), |draw| {
        pieces::fetch_ahead();
        let draw = draw.get_untracked();
        draw()
    })
    .into_any()
}
