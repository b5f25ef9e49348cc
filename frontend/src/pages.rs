//! The screens, one file each; what they have of plain logic stands in their `model.rs`.

mod accesses;
mod appointments;
mod calendar;
mod password;
mod past;
mod pieces;
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
use domain::words::Profession;
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

/// The code of a profession, under which its words are found.
pub(crate) fn profession_code(profession: Profession) -> &'static str {
    match profession {
        Profession::SocialWorker => "social_worker",
        Profession::Educator => "educator",
        Profession::BudgetAdviser => "budget_adviser",
        Profession::EmploymentAdviser => "employment_adviser",
        Profession::HealthProfessional => "health_professional",
        Profession::Psychologist => "psychologist",
        Profession::SchoolSocialWorker => "school_social_worker",
        Profession::Secretary => "secretary",
        Profession::TeamManager => "team_manager",
        Profession::LandlordOfficer => "landlord_officer",
        Profession::AssociationMember => "association_member",
        Profession::Unknown => "unknown",
    }
}
