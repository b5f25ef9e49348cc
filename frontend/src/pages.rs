//! The screens, one file each; what they have of plain logic stands in their `model.rs`.

mod past;
pub(crate) mod sign_in;
mod support_case;
mod support_cases;
mod team_meeting;
mod team_meetings;
mod timeline;
mod workload;

use crate::{desk::Desk, parts::states::empty, route::Route, words::say};
use domain::words::{Profession, SupportCaseId, TeamMeetingId};
use leptos::prelude::*;

/// The screen of an address.
pub(crate) fn draw(desk: Desk, route: Route) -> AnyView {
    match route {
        Route::Cases => view! { <support_cases::CasesPage desk/> }.into_any(),
        Route::Case(case) => view! { <support_case::SupportCasePage desk case=SupportCaseId(case)/> }.into_any(),
        Route::Meetings => view! { <team_meetings::TeamMeetingsPage desk/> }.into_any(),
        Route::Meeting { meeting, case } => {
            let (meeting, case) = (TeamMeetingId(meeting), case.map(SupportCaseId));
            view! { <team_meeting::TeamMeetingPage desk meeting case/> }.into_any()
        }
        Route::Timeline(case) => view! { <timeline::TimelinePage desk case=SupportCaseId(case)/> }.into_any(),
        Route::Workload => view! { <workload::WorkloadPage desk/> }.into_any(),
        Route::Nowhere => view! {
            <h1>{say("title-nowhere")}</h1>
            {empty("nowhere")}
        }
        .into_any(),
    }
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
