//! What a permit reaches, as the first parameters of every question over cases: the filter stands in the SQL itself.

use access::{Permit, Reach};
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// The cases `c` of `support_case_register` that a permit reaches. Its parameters are those of [`Reached::values`]:
/// everything, one case, who asks, her service when her own cases are asked, a service whose cases are asked. A case from
/// which she is kept away is in no answer, whatever the permit.
macro_rules! reached {
    () => {
        "(($1::boolean or c.support_case = $2::uuid \
         or (c.service = $4::uuid and (c.referent = $3::uuid or exists (select from support_case_member m \
             where m.support_case = c.support_case and m.worker = $3::uuid and m.until_at is null))) \
         or c.service = $5::uuid) \
         and not exists (select from exclusion_standing x \
             where x.support_case = c.support_case and x.worker = $3::uuid and x.until_at is null))"
    };
}
pub(crate) use reached;

/// A permit in the form that the questions take.
pub(crate) struct Reached {
    everything: bool,
    case: Option<Uuid>,
    worker: Uuid,
    own_service: Option<Uuid>,
    service: Option<Uuid>,
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
            Reach::OwnCases => Self {
                own_service: Some(reader.service.0),
                ..nothing
            },
            Reach::Service(service) => Self {
                service: Some(service.0),
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
            &self.service,
        ];
        values.extend_from_slice(more);
        values
    }
}
