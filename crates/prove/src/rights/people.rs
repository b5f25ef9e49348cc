//! Those who ask: every role of the policy, some professions of which it speaks, in two services.

use super::policy::Standing;
use domain::words::{Profession, Role, ServiceId, WorkerId};
use uuid::Uuid;

/// The service that answers for most cases, and its neighbour.
pub(crate) const HERE: ServiceId = ServiceId(Uuid::from_u128(0x0a51));
pub(crate) const THERE: ServiceId = ServiceId(Uuid::from_u128(0x0a52));
/// Who answers for every case of the first service that is nobody else's, and who does for those of the second.
pub(crate) const JULIE: &str = "julie";
pub(crate) const YANN: &str = "yann";

/// Somebody with an account.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub(crate) login: &'static str,
    pub(crate) worker: WorkerId,
    pub(crate) role: Role,
    pub(crate) profession: Profession,
    pub(crate) service: ServiceId,
    /// Whether professional secrecy binds her.
    pub(crate) bound: bool,
}

impl Person {
    /// As a table speaks of her.
    pub(crate) fn standing(&self) -> Standing {
        Standing {
            role: self.role.code(),
            profession: self.profession.code(),
        }
    }

    /// Her role and her side, for the report.
    pub(crate) fn told(&self) -> String {
        let side = if self.service == HERE { "here" } else { "there" };
        format!("{} ({}, {side})", self.role.code(), self.profession.code())
    }
}

/// All of them. Ids are always the same.
pub(crate) fn everybody() -> Vec<Person> {
    let mut all = Vec::new();
    for (login, role, profession, service, bound) in [
        (JULIE, Role::Worker, Profession::SocialWorker, HERE, true),
        ("nour", Role::Worker, Profession::SocialWorker, HERE, true),
        ("samia", Role::Worker, Profession::HealthProfessional, HERE, true),
        ("paul", Role::Worker, Profession::Psychologist, HERE, true),
        ("mehdi", Role::Manager, Profession::TeamManager, HERE, true),
        ("ines", Role::Intake, Profession::Secretary, HERE, true),
        ("hugo", Role::Partner, Profession::LandlordOfficer, HERE, false),
        ("alix", Role::Administrator, Profession::Unknown, HERE, false),
        ("odile", Role::DataProtectionOfficer, Profession::Unknown, HERE, true),
        (YANN, Role::Worker, Profession::SocialWorker, THERE, true),
        ("lena", Role::Worker, Profession::HealthProfessional, THERE, true),
        ("karim", Role::Manager, Profession::TeamManager, THERE, true),
        ("zoe", Role::Intake, Profession::Secretary, THERE, true),
        ("bruno", Role::Partner, Profession::AssociationMember, THERE, false),
    ] {
        let worker = WorkerId(Uuid::from_u128(
            0x0190_0000_0000_7000_8000_0000_0b00_0000 + u128::try_from(all.len()).unwrap_or_default(),
        ));
        all.push(Person {
            login,
            worker,
            role,
            profession,
            service,
            bound,
        });
    }
    all
}
