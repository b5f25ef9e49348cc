//! What a permit reaches, as the first parameters of every question over cases: the filter stands in the SQL itself.

use access::{Permit, Reach};
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// Whether somebody is kept away from the case `c` of `support_case_register`.
macro_rules! kept_away {
    ($worker:literal) => {
        concat!(
            "exists (select from exclusion_standing x
                 where x.support_case = c.support_case and x.worker = ",
            $worker,
            " and x.until_at is null)"
        )
    };
}
pub(crate) use kept_away;

/// The cases `c` of `support_case_register` that a permit reaches, which stands in five values: everything, one case, who
/// asks, her service when her own cases are asked, a service whose cases are asked. They are the first parameters as
/// [`Reached::values`] gives them, or the columns of a table of many permits. A case from which she is kept away is in no
/// answer, whatever the permit.
macro_rules! reached {
    () => {
        $crate::reach::reached!("$1::boolean", "$2::uuid", "$3::uuid", "$4::uuid", "$5::uuid")
    };
    ($everything:literal, $case:literal, $worker:literal, $own_service:literal, $service:literal) => {
        concat!(
            "((",
            $everything,
            " or c.support_case = ",
            $case,
            " or (c.service = ",
            $own_service,
            " and (c.referent = ",
            $worker,
            " or exists (select from support_case_member m
                 where m.support_case = c.support_case and m.worker = ",
            $worker,
            " and m.until_at is null))) or c.service = ",
            $service,
            ") and not ",
            $crate::reach::kept_away!($worker),
            ")"
        )
    };
}
pub(crate) use reached;

/// The cases `c` of `support_case_register` for which who asks answers herself, where her permit is for those: in the
/// service that [`Reached::answered`] gives. A case from which she is kept away is none of them.
macro_rules! answered {
    ($service:literal, $worker:literal) => {
        concat!(
            "(c.service = ",
            $service,
            " and c.referent = ",
            $worker,
            " and not ",
            $crate::reach::kept_away!($worker),
            ")"
        )
    };
}
pub(crate) use answered;

/// Many permits in the form that one question over all of them takes.
#[derive(Default)]
pub(crate) struct Columns {
    pub(crate) everything: Vec<bool>,
    pub(crate) cases: Vec<Option<Uuid>>,
    pub(crate) workers: Vec<Uuid>,
    pub(crate) own_services: Vec<Option<Uuid>>,
    pub(crate) services: Vec<Option<Uuid>>,
}

/// A permit in the form that the questions take.
pub(crate) struct Reached {
    everything: bool,
    case: Option<Uuid>,
    worker: Uuid,
    own_service: Option<Uuid>,
    service: Option<Uuid>,
    answered: Option<Uuid>,
}

impl Reached {
    pub(crate) fn by(permit: &Permit) -> Self {
        let reader = permit.reader();
        let nothing = Self {
            everything: false,
            case: None,
            worker: reader.worker.0,
            own_service: None,
            service: None,
            answered: None,
        };
        match permit.reach() {
            Reach::Everything | Reach::Territory => Self {
                everything: true,
                ..nothing
            },
            Reach::Case(case) => Self {
                case: Some(case.0),
                ..nothing
            },
            Reach::Received => nothing,
            Reach::OwnCases => Self {
                own_service: Some(reader.service.0),
                ..nothing
            },
            Reach::AnsweredCases => Self {
                answered: Some(reader.service.0),
                ..nothing
            },
            Reach::Service(service) => Self {
                service: Some(service.0),
                ..nothing
            },
        }
    }

    /// The service in which she answers for cases, when the permit is for those alone; none for any other.
    pub(crate) fn answered(&self) -> Option<Uuid> {
        self.answered
    }

    /// Many permits as five parameters, a column each.
    pub(crate) fn columns(permits: &[Permit]) -> Columns {
        let all = permits.iter().map(Self::by);
        let mut columns = Columns::default();
        for one in all {
            columns.everything.push(one.everything);
            columns.cases.push(one.case);
            columns.workers.push(one.worker);
            columns.own_services.push(one.own_service);
            columns.services.push(one.service);
        }
        columns
    }

    /// The five parameters, then those of the question.
    pub(crate) fn values<'a>(&'a self, more: &[&'a (dyn ToSql + Sync)]) -> Vec<&'a (dyn ToSql + Sync)> {
        let mut values: Vec<&(dyn ToSql + Sync)> = vec![
            &self.everything,
            &self.case,
            &self.worker,
            &self.own_service,
            &self.service,
        ];
        values.extend_from_slice(more);
        values
    }
}
