//! Who helps in the territory: six services of six organisations and the thirty professionals of their directory.
//!
//! Ids and dates here do not depend on the day or the seed, so that a territory is never there twice.
//! The directory tells where each works today: two former référents of the MDS now work elsewhere.

use crate::act::{Act, Wish};
use crate::chance;
use domain::organisation::{Command, Kind, Post};
use domain::words::{Profession, Role, ServiceId, TeamId, WorkerId};
use jiff::Timestamp;
use sealed::{Compartment, Private, Subject};
use uuid::Uuid;

/// The six services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Service {
    Mds,
    Ccas,
    Relais,
    Employment,
    School,
    Landlord,
}

impl Service {
    pub(crate) const ALL: [Self; 6] = [
        Self::Mds,
        Self::Ccas,
        Self::Relais,
        Self::Employment,
        Self::School,
        Self::Landlord,
    ];

    pub(crate) fn id(self) -> ServiceId {
        ServiceId(lasting(&format!("service {}", self.name())))
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Mds => "MDS du Val-de-Lys",
            Self::Ccas => "CCAS",
            Self::Relais => "Le Relais",
            Self::Employment => "France Travail",
            Self::School => "Service social, école",
            Self::Landlord => "Habitat du Val",
        }
    }

    fn organisation(self) -> (&'static str, Kind) {
        match self {
            Self::Mds => ("Département", Kind::Department),
            Self::Ccas => ("CCAS du Val-de-Lys", Kind::MunicipalSocialCentre),
            Self::Relais => ("Association Le Relais", Kind::Association),
            Self::Employment => ("France Travail, agence du Val-de-Lys", Kind::Employment),
            Self::School => ("Éducation nationale, secteur du Val-de-Lys", Kind::School),
            Self::Landlord => ("Habitat du Val, bailleur social", Kind::Landlord),
        }
    }

    fn stream(self) -> Uuid {
        lasting(&format!("organisation {}", self.organisation().0))
    }
}

/// A professional of the directory.
pub(crate) struct Professional {
    pub(crate) login: &'static str,
    pub(crate) name: &'static str,
    pub(crate) service: Service,
    pub(crate) profession: Profession,
    pub(crate) role: Role,
    pub(crate) bound_by_secrecy: bool,
    pub(crate) working_time: u16,
}

const fn at(
    service: Service,
    login: &'static str,
    name: &'static str,
    profession: Profession,
    role: Role,
    working_time: u16,
) -> Professional {
    let bound_by_secrecy = !matches!(
        profession,
        Profession::LandlordOfficer | Profession::AssociationMember | Profession::Unknown
    );
    Professional {
        login,
        name,
        service,
        profession,
        role,
        bound_by_secrecy,
        working_time,
    }
}

use Profession::{
    AssociationMember, BudgetAdviser, Educator, EmploymentAdviser, HealthProfessional, LandlordOfficer, Psychologist,
    SchoolSocialWorker, Secretary, SocialWorker, TeamManager, Unknown,
};
use Role::{Administrator, DataProtectionOfficer, Intake, Manager, Partner, Worker};
use Service::{Ccas, Employment, Landlord, Mds, Relais, School};

/// The thirty professionals.
pub(crate) static DIRECTORY: [Professional; 30] = [
    at(Mds, "isabelle.garnier", "Isabelle Garnier", TeamManager, Manager, 100),
    at(Mds, "julie.marchand", "Julie Marchand", SocialWorker, Worker, 100),
    at(Mds, "helene.vasseur", "Hélène Vasseur", SocialWorker, Worker, 90),
    at(Mds, "nadege.petit", "Nadège Petit", SocialWorker, Worker, 100),
    at(Mds, "thomas.morel", "Thomas Morel", Educator, Worker, 80),
    at(Mds, "bastien.colin", "Bastien Colin", SocialWorker, Worker, 100),
    at(Mds, "lucie.ferrand", "Lucie Ferrand", BudgetAdviser, Worker, 50),
    at(Mds, "karim.ait", "Karim Aït", SocialWorker, Worker, 100),
    at(Mds, "sylvie.blanchet", "Sylvie Blanchet", Secretary, Intake, 100),
    at(Mds, "agnes.caron", "Agnès Caron", Secretary, Administrator, 50),
    at(
        Mds,
        "nicolas.delaunay",
        "Nicolas Delaunay",
        Unknown,
        DataProtectionOfficer,
        50,
    ),
    at(Ccas, "martine.joly", "Martine Joly", TeamManager, Manager, 100),
    at(Ccas, "elodie.roux", "Élodie Roux", BudgetAdviser, Worker, 100),
    at(Ccas, "nour.haddad", "Nour Haddad", Secretary, Intake, 100),
    at(Ccas, "pierre.lacaze", "Pierre Lacaze", SocialWorker, Worker, 80),
    at(Ccas, "yasmine.cherif", "Yasmine Cherif", SocialWorker, Worker, 100),
    at(Relais, "paul.ndiaye", "Paul N’Diaye", AssociationMember, Worker, 100),
    at(Relais, "anne.delcourt", "Anne Delcourt", SocialWorker, Worker, 80),
    at(Relais, "fatou.sarr", "Fatou Sarr", AssociationMember, Worker, 60),
    at(
        Relais,
        "denis.carpentier",
        "Denis Carpentier",
        AssociationMember,
        Partner,
        50,
    ),
    at(
        Employment,
        "marc.fontaine",
        "Marc Fontaine",
        EmploymentAdviser,
        Partner,
        100,
    ),
    at(
        Employment,
        "laurence.vidal",
        "Laurence Vidal",
        EmploymentAdviser,
        Partner,
        100,
    ),
    at(
        Employment,
        "romain.teixeira",
        "Romain Teixeira",
        EmploymentAdviser,
        Partner,
        100,
    ),
    at(School, "sarah.diallo", "Sarah Diallo", SchoolSocialWorker, Partner, 100),
    at(
        School,
        "odile.kermarrec",
        "Odile Kermarrec",
        HealthProfessional,
        Partner,
        80,
    ),
    at(
        School,
        "mathieu.lenoir",
        "Mathieu Lenoir",
        SchoolSocialWorker,
        Partner,
        100,
    ),
    at(
        School,
        "beatrice.fournier",
        "Béatrice Fournier",
        Psychologist,
        Partner,
        50,
    ),
    at(Landlord, "hugo.lemaire", "Hugo Lemaire", LandlordOfficer, Partner, 100),
    at(
        Landlord,
        "sandrine.pichon",
        "Sandrine Pichon",
        LandlordOfficer,
        Partner,
        100,
    ),
    at(
        Landlord,
        "corinne.mallet",
        "Corinne Mallet",
        LandlordOfficer,
        Partner,
        100,
    ),
];

/// A professional by login.
pub(crate) fn worker(login: &str) -> WorkerId {
    WorkerId(lasting(&format!("worker {login}")))
}

/// The team whose load the dashboard shows.
pub(crate) fn team() -> TeamId {
    TeamId(lasting("team Val-de-Lys"))
}

/// The commands that make the territory known.
pub(crate) fn acts() -> Vec<Act> {
    let mut acts = Vec::new();
    for service in Service::ALL {
        let (name, kind) = service.organisation();
        let mut asks = vec![
            Command::Register {
                name: name.to_owned(),
                kind,
            },
            Command::OpenService {
                service: service.id(),
                name: service.name().to_owned(),
            },
        ];
        if service == Mds {
            asks.push(Command::FormTeam {
                team: team(),
                service: service.id(),
                name: "Équipe du Val-de-Lys".to_owned(),
            });
        }
        let theirs = DIRECTORY.iter().filter(|one| one.service == service);
        asks.extend(theirs.map(|one| Command::Join { post: post(one) }));
        for (command, number) in asks.into_iter().zip(0_u32..) {
            acts.push(Act {
                lane: 0,
                command: lasting(&format!("command {name} {number}")),
                stream: service.stream(),
                by: worker("agnes.caron"),
                occurred_at: beginning(),
                known_at: beginning(),
                wish: Wish::Organisation(command),
            });
        }
    }
    acts
}

/// Someone of the directory.
pub(crate) fn posted(id: WorkerId) -> Option<&'static Professional> {
    DIRECTORY.iter().find(|one| worker(one.login) == id)
}

fn post(one: &Professional) -> Post {
    let id = worker(one.login);
    let about = |value: &str| Private::new(Subject::Worker(id.0), Compartment::Coordination, value.to_owned());
    let in_team = one.service == Mds && matches!(one.role, Worker | Manager);
    Post {
        worker: id,
        name: about(one.name),
        identifier: about(one.login),
        service: one.service.id(),
        team: in_team.then(team),
        profession: one.profession,
        role: one.role,
        bound_by_secrecy: one.bound_by_secrecy,
        working_time: one.working_time,
    }
}

/// An id that is the same in every demonstration.
pub(crate) fn lasting(name: &str) -> Uuid {
    chance::id(0, name, beginning())
}

/// Monday 6 January 2020, before the first case of the demonstration.
pub(crate) fn beginning() -> Timestamp {
    Timestamp::from_second(1_578_301_200).unwrap_or(Timestamp::UNIX_EPOCH)
}
