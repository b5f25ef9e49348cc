//! Booking, moving and giving up an appointment; the address at which a calendar elsewhere reads them.

use super::{Answer, delete, get, post, write};
use contract::{
    Accepted,
    appointment::{BookAppointment, CalendarAddress, CancelAppointment, MoveAppointment, NewCalendarAddress},
    paths,
};
use domain::words::{AppointmentId, SupportCaseId};

/// Books one.
pub(crate) async fn book(case: SupportCaseId, asked: BookAppointment) -> Answer<Accepted> {
    write(&paths::of_case(paths::APPOINTMENTS, case), &asked).await
}

/// Moves one.
pub(crate) async fn move_to(
    case: SupportCaseId,
    appointment: AppointmentId,
    asked: MoveAppointment,
) -> Answer<Accepted> {
    let path = paths::of_appointment(paths::MOVE_APPOINTMENT, case, appointment);
    write(&path, &asked).await
}

/// Gives one up.
pub(crate) async fn cancel(
    case: SupportCaseId,
    appointment: AppointmentId,
    asked: CancelAppointment,
) -> Answer<Accepted> {
    let path = paths::of_appointment(paths::CANCEL_APPOINTMENT, case, appointment);
    write(&path, &asked).await
}

/// Whether she has an address.
pub(crate) async fn address() -> Answer<CalendarAddress> {
    get(paths::CALENDAR_ADDRESS).await
}

/// Makes a new one, in the place of the one before.
pub(crate) async fn renew() -> Answer<NewCalendarAddress> {
    post(paths::CALENDAR_ADDRESS, &()).await
}

/// Takes it back.
pub(crate) async fn revoke() -> Answer<()> {
    delete(paths::CALENDAR_ADDRESS).await
}
