//! What a permit reaches, as the first parameters of every question over cases: the filter stands in the SQL itself.

use access::{Permit, Reach};
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// The cases `c` of `support_case_register` that a permit reaches. Its parameters are those of [`Reached::values`]:
/// everything, one case, a worker and her service, a service whose load is asked.
macro_rules! reached {
    () => {
        "($1::boolean or c.support_case = $2::uuid \
         or (c.service = $4::uuid and (c.referent = $3::uuid or exists (select from support_case_member m \
             where m.support_case = c.support_case and m.worker = $3::uuid and m.until_at is null))) \
         or c.service = $5::uuid)"
    };
}
pub(crate) use reached;

/// A permit in the form that the questions take.
pub(crate) struct Reached {
    everything: bool,
    case: Option<Uuid>,
    worker: Option<Uuid>,
    own_service: Option<Uuid>,
    load: Option<Uuid>,
}

impl Reached {
    pub(crate) fn by(permit: &Permit) -> Self {
        let nothing = Self {
            everything: false,
            case: None,
            worker: None,
            own_service: None,
            load: None,
        };
        let reader = permit.reader();
        match permit.reach() {
            Reach::Everything => Self {
                everything: true,
                ..nothing
            },
            Reach::Case(case, _) => Self {
                case: Some(case.0),
                ..nothing
            },
            Reach::OwnCases => Self {
                worker: Some(reader.worker.0),
                own_service: Some(reader.service.0),
                ..nothing
            },
            Reach::Load(service) => Self {
                load: Some(service.0),
                ..nothing
            },
        }
    }

    /// The five parameters, then those of the question.
    pub(crate) fn values<'a>(&'a self, more: &[&'a (dyn ToSql + Sync)]) -> Vec<&'a (dyn ToSql + Sync)> {
        let mut values: Vec<&(dyn ToSql + Sync)> = vec![
            &self.everything,
            &self.case,
            &self.worker,
            &self.own_service,
            &self.load,
        ];
        values.extend_from_slice(more);
        values
    }
}
