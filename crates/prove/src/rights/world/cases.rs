//! The cases: one for each way in which people are tied to one, or were.

use super::items::OPENED;
use super::{Builder, World};
use crate::rights::canary::Kind;
use crate::rights::people::{HERE, JULIE, Person, THERE, YANN};
use domain::exceptional_access::{self, ExceptionalAccess, Need};
use domain::exclusion::{self, Exclusion};
use domain::organisation::{self, Organisation};
use domain::sharing::{self, Audience, Basis, Items, PriorInformation, Recipient, Sharing, Wished};
use domain::support_case::{ClosureReason, Command, Joining, Leaving};
use domain::team_meeting::{self, AgendaItem, Participant, Schedule, TeamMeeting};
use domain::words::{AccessId, ExclusionId, SharingId, TeamMeetingId, WorkerId};
use sealed::{Compartment, Private, Subject};
use std::collections::BTreeSet;
use uuid::Uuid;

const DEPARTMENT: Uuid = Uuid::from_u128(0x0a50);
const HOUR: i64 = 1;
const DAY: i64 = 24;
/// Long after any grace.
const LONG_AGO: i64 = 24 * 100;

/// What is passed on wherever something is: of each way in which a table speaks of a partner, one.
const PASSED_ON: [&str; 4] = ["housing", "social", "health", "protected"];

/// How long something is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    Open,
    Over,
    Ended,
}

impl World {
    /// Services, and everybody at her post.
    pub(crate) async fn founded(&self, build: &mut Builder) -> anyhow::Result<()> {
        use organisation::Command;
        let register = Command::Register {
            name: "Département du Val".to_owned(),
            kind: organisation::Kind::Department,
        };
        let by = WorkerId::TRAME;
        build
            .ask::<Organisation, _>(DEPARTMENT, by, OPENED * 2, register)
            .await?;
        for (service, name) in [(HERE, "Val-de-Lys"), (THERE, "Hautes-Rives")] {
            let name = name.to_owned();
            let open = Command::OpenService { service, name };
            build.ask::<Organisation, _>(DEPARTMENT, by, OPENED * 2, open).await?;
        }
        for each in &self.people {
            let about = |text: String| Private::new(Subject::Worker(each.worker.0), Compartment::Coordination, text);
            let post = organisation::Post {
                worker: each.worker,
                name: about(format!("{} Martin", each.login)),
                identifier: about(each.login.to_owned()),
                service: each.service,
                team: None,
                profession: each.profession,
                role: each.role,
                bound_by_secrecy: each.bound,
                working_time: 100,
            };
            let join = Command::Join { post };
            build.ask::<Organisation, _>(DEPARTMENT, by, OPENED * 2, join).await?;
        }
        Ok(())
    }

    /// All cases.
    pub(crate) async fn peopled(&mut self, build: &mut Builder) -> anyhow::Result<()> {
        let julie = self.named(JULIE)?.worker;
        for each in self.people.clone() {
            self.of_one(build, &each, julie).await?;
        }
        self.of_teams(build, julie).await?;
        self.of_meetings(build, julie).await?;
        self.of_shares(build, julie).await?;
        self.of_accesses(build, julie).await
    }

    /// A case with its référent, and a word in everything.
    async fn held_by(
        &mut self,
        build: &mut Builder,
        tie: &'static str,
        of: Option<WorkerId>,
        referent: WorkerId,
    ) -> anyhow::Result<usize> {
        let number = self.opens(build, tie, of, (HERE, referent)).await?;
        let appoint = Command::AppointReferent { worker: referent };
        self.says(build, number, (referent, OPENED), appoint).await?;
        self.furnishes(build, number, referent).await?;
        self.case_mut(number)?.tie(referent, "referent");
        Ok(number)
    }

    /// Somebody who answers for a case, and did for others.
    async fn of_one(&mut self, build: &mut Builder, one: &Person, julie: WorkerId) -> anyhow::Result<()> {
        self.held_by(build, "référent", Some(one.worker), one.worker).await?;
        if one.worker == julie {
            return Ok(());
        }
        for (tie, when, reads_on) in [("handed over", DAY, true), ("handed over long ago", LONG_AGO, false)] {
            let number = self.held_by(build, tie, Some(one.worker), one.worker).await?;
            let hand_over = Command::HandOver {
                from: None,
                to: julie,
                reason: None,
                met_on: None,
            };
            self.says(build, number, (one.worker, when), hand_over).await?;
            let case = self.case_mut(number)?;
            case.referent = julie;
            case.untie(one.worker, "referent");
            case.tie(julie, "referent");
            if reads_on {
                case.tie(one.worker, "handover");
            }
        }
        Ok(())
    }

    /// All of them join a team.
    async fn joined(&mut self, build: &mut Builder, number: usize) -> anyhow::Result<()> {
        let referent = self.case(number)?.referent;
        for each in self.but(referent) {
            let join = Command::JoinTeam(Joining::of(each.worker));
            self.says(build, number, (referent, OPENED / 2), join).await?;
            self.case_mut(number)?.tie(each.worker, "team_member");
        }
        Ok(())
    }

    async fn of_teams(&mut self, build: &mut Builder, julie: WorkerId) -> anyhow::Result<()> {
        self.held_by(build, "no tie", None, julie).await?;
        let number = self.held_by(build, "in the team", None, julie).await?;
        self.joined(build, number).await?;
        for each in self.but(julie) {
            self.drafts(build, number, each.worker).await?;
        }
        let number = self.held_by(build, "left the team", None, julie).await?;
        self.joined(build, number).await?;
        for each in self.but(julie) {
            let leave = Command::LeaveTeam(Leaving::of(each.worker));
            self.says(build, number, (julie, DAY), leave).await?;
            self.case_mut(number)?.untie(each.worker, "team_member");
        }
        let number = self.held_by(build, "in the team of a closed case", None, julie).await?;
        self.joined(build, number).await?;
        let close = Command::Close {
            on: build.day_ago(1)?,
            reason: ClosureReason::Moved,
            watch_until: None,
            balance: None,
        };
        self.says(build, number, (julie, DAY), close).await?;
        self.case_mut(number)?.open = false;
        for (tie, let_back) in [("in the team and kept away", false), ("in the team and let back", true)] {
            let number = self.held_by(build, tie, None, julie).await?;
            self.joined(build, number).await?;
            self.kept_away(build, number, let_back).await?;
        }
        // A case of the other service, in whose team all are.
        let yann = self.named(YANN)?.worker;
        let number = self
            .opens(build, "in the team of another service", None, (THERE, yann))
            .await?;
        let appoint = Command::AppointReferent { worker: yann };
        self.says(build, number, (yann, OPENED), appoint).await?;
        self.furnishes(build, number, yann).await?;
        self.case_mut(number)?.tie(yann, "referent");
        self.joined(build, number).await
    }

    async fn kept_away(&mut self, build: &mut Builder, number: usize, let_back: bool) -> anyhow::Result<()> {
        let (case, referent) = (self.case(number)?.case, self.case(number)?.referent);
        for each in self.but(referent) {
            let exclusion = ExclusionId(build.id());
            // One that was lifted is told in no list.
            let word = if let_back {
                "Ce n’était pas elle".to_owned()
            } else {
                self.canaries.new_word(number, Kind::KeptAway, "activity", referent)
            };
            let set = exclusion::Command::Set {
                support_case: case,
                worker: each.worker,
                reason: build.text(Compartment::Activity, &word),
            };
            build.ask::<Exclusion, _>(exclusion.0, referent, 2 * DAY, set).await?;
            if let_back {
                let lift = exclusion::Command::Lift {
                    reason: build.text(Compartment::Activity, "Une erreur"),
                };
                build.ask::<Exclusion, _>(exclusion.0, referent, DAY, lift).await?;
            } else {
                self.case_mut(number)?.bond_of(each.worker).kept_away = true;
                self.case_mut(number)?.exclusion = Some(exclusion);
            }
        }
        Ok(())
    }

    /// A meeting about a case to which all are invited.
    async fn met(&mut self, build: &mut Builder, number: usize, over: bool) -> anyhow::Result<TeamMeetingId> {
        let (case, chair, mother) = {
            let case = self.case(number)?;
            (case.case, case.referent, case.mother)
        };
        let meeting = TeamMeetingId(build.id());
        let word = self.canaries.new_word(number, Kind::Question, "social", chair);
        let starts_at = build.hours_ago(-HOUR);
        let mut commands = vec![team_meeting::Command::Schedule(Schedule {
            kind: team_meeting::Kind::CaseReview,
            service: HERE,
            starts_at,
            chair,
            place: None,
            held_on: Some(build.day_ago(0)?),
        })];
        let seats = self.people.iter().map(|each| Participant::Worker(each.worker));
        commands.extend(
            seats
                .chain([Participant::Person(mother)])
                .map(|participant| team_meeting::Command::Invite {
                    participant,
                    standing: None,
                }),
        );
        commands.push(team_meeting::Command::AddCase(AgendaItem {
            support_case: case,
            question: build.text(Compartment::Social, &word),
            starts_at,
            minutes: 45,
        }));
        if over {
            commands.push(team_meeting::Command::Cancel {
                reason: build.text(Compartment::Social, "Reportée"),
            });
        }
        for command in commands {
            build.ask::<TeamMeeting, _>(meeting.0, chair, 3 * DAY, command).await?;
        }
        self.case_mut(number)?.meeting = Some(meeting);
        Ok(meeting)
    }

    async fn of_meetings(&mut self, build: &mut Builder, julie: WorkerId) -> anyhow::Result<()> {
        for (tie, over) in [("at a meeting", false), ("at a meeting that was given up", true)] {
            let number = self.held_by(build, tie, None, julie).await?;
            self.met(build, number, over).await?;
            for each in self.people.clone().iter().filter(|_| !over) {
                self.case_mut(number)?.tie(each.worker, "meeting_roster");
            }
        }
        for (tie, over) in [
            ("shared with a meeting", false),
            ("shared with a meeting that was given up", true),
        ] {
            let number = self.held_by(build, tie, None, julie).await?;
            let meeting = self.met(build, number, over).await?;
            let audience = Audience::Meeting(meeting);
            self.shares(build, number, audience, false).await?;
            for each in self.people.clone().iter().filter(|_| !over) {
                self.case_mut(number)?.tie(each.worker, "meeting_roster");
                self.case_mut(number)?.receives(each, true);
            }
        }
        Ok(())
    }

    /// What is wished of an exchange or a sharing.
    fn wished(
        &mut self,
        build: &mut Builder,
        number: usize,
        sharing: SharingId,
        basis: Basis,
    ) -> anyhow::Result<Wished> {
        let word = self
            .canaries
            .new_word(number, Kind::Purpose, "coordination", self.case(number)?.referent);
        let (case, by) = (self.case(number)?.case, self.case(number)?.referent);
        let places: Result<BTreeSet<_>, _> = PASSED_ON.iter().map(|place| super::items::compartment(place)).collect();
        Ok(Wished {
            support_case: case,
            basis,
            purpose: Private::new(Subject::Text(sharing.0), Compartment::Coordination, word),
            items: Items {
                compartments: places?,
                elements: BTreeSet::new(),
            },
            of_elements: BTreeSet::new(),
            until: build.day_ago(-30)?,
            informed: PriorInformation::Given {
                on: build.day_ago(40)?,
                by,
            },
            author_bound: true,
            agreed: None,
            opposed: false,
        })
    }

    async fn shares(
        &mut self,
        build: &mut Builder,
        number: usize,
        audience: Audience,
        waits: bool,
    ) -> anyhow::Result<()> {
        let sharing = SharingId(build.id());
        let by = self.case(number)?.referent;
        let basis = if waits {
            Basis::ChildProtection
        } else {
            Basis::SocialCoordination
        };
        let mut wished = self.wished(build, number, sharing, basis)?;
        if waits {
            wished.informed = PriorInformation::Withheld {
                reason: build.text(Compartment::Activity, "Elle serait en danger"),
            };
        }
        let share = sharing::Command::Share { wished, audience };
        build.ask::<Sharing, _>(sharing.0, by, 2 * DAY, share).await?;
        self.case_mut(number)?.sharing = Some(sharing);
        Ok(())
    }

    async fn exchanges(&mut self, build: &mut Builder, number: usize, until: Until) -> anyhow::Result<()> {
        let sharing = SharingId(build.id());
        let by = self.case(number)?.referent;
        let mut wished = self.wished(build, number, sharing, Basis::PersonRequest)?;
        let when = match until {
            Until::Open | Until::Ended => 2 * DAY,
            Until::Over => 30 * DAY,
        };
        if until == Until::Over {
            wished.until = build.day_ago(2)?;
        }
        let others = self.but(by);
        let recipients = others.iter().map(|each| Recipient {
            worker: each.worker,
            service: each.service,
            profession: each.profession,
            bound_by_secrecy: each.bound,
            around: false,
        });
        let exchange = sharing::Command::Exchange {
            wished,
            recipients: recipients.collect(),
        };
        build.ask::<Sharing, _>(sharing.0, by, when, exchange).await?;
        if until == Until::Ended {
            let end = sharing::Command::End { reason: None };
            build.ask::<Sharing, _>(sharing.0, by, DAY, end).await?;
        }
        self.case_mut(number)?.sharing = Some(sharing);
        Ok(())
    }

    async fn of_shares(&mut self, build: &mut Builder, julie: WorkerId) -> anyhow::Result<()> {
        for (tie, until) in [
            ("handed to her", Until::Open),
            ("handed to her until a past day", Until::Over),
            ("handed to her and ended", Until::Ended),
        ] {
            let number = self.held_by(build, tie, None, julie).await?;
            self.exchanges(build, number, until).await?;
            for each in self.but(julie).iter().filter(|_| until == Until::Open) {
                self.case_mut(number)?.receives(each, false);
            }
        }
        let number = self.held_by(build, "handed to her and kept away", None, julie).await?;
        self.exchanges(build, number, Until::Open).await?;
        self.kept_away(build, number, false).await?;
        let number = self
            .held_by(build, "shared with the other service", None, julie)
            .await?;
        self.shares(build, number, Audience::Service(THERE), false).await?;
        for each in self.people.clone().iter().filter(|each| each.service == THERE) {
            self.case_mut(number)?.receives(each, true);
        }
        let number = self
            .held_by(build, "shared with the other service, unsettled", None, julie)
            .await?;
        self.shares(build, number, Audience::Service(THERE), true).await?;
        let number = self.held_by(build, "shared with the team", None, julie).await?;
        self.joined(build, number).await?;
        self.shares(build, number, Audience::Team, false).await?;
        for each in self.people.clone() {
            self.case_mut(number)?.receives(&each, true);
        }
        Ok(())
    }

    async fn of_accesses(&mut self, build: &mut Builder, julie: WorkerId) -> anyhow::Result<()> {
        for (tie, need, when, end, holds) in [
            ("opened in an emergency", Need::Emergency, HOUR, false, true),
            ("opened in an emergency, over", Need::Emergency, 3 * DAY, false, false),
            ("opened in an emergency, ended", Need::Emergency, HOUR, true, false),
            ("opened to supervise", Need::Supervision, HOUR, false, true),
        ] {
            let number = self.held_by(build, tie, None, julie).await?;
            let case = self.case(number)?.case;
            for each in self.but(julie) {
                let access = AccessId(build.id());
                let word = self.canaries.new_word(number, Kind::Access, "activity", each.worker);
                let open = exceptional_access::Command::Open {
                    support_case: case,
                    need,
                    reason: build.text(Compartment::Activity, &word),
                };
                build
                    .ask::<ExceptionalAccess, _>(access.0, each.worker, when, open)
                    .await?;
                if end {
                    let end = exceptional_access::Command::End;
                    build.ask::<ExceptionalAccess, _>(access.0, each.worker, 0, end).await?;
                }
                self.case_mut(number)?.access = Some(access);
                if holds {
                    self.case_mut(number)?.bond_of(each.worker).reason_said = true;
                    if need == Need::Emergency {
                        self.case_mut(number)?.tie(each.worker, "emergency");
                    }
                }
            }
        }
        Ok(())
    }
}

impl super::Case {
    /// What is passed on reaches her; by a category only whom secrecy binds.
    fn receives(&mut self, who: &Person, by_category: bool) {
        if by_category && !who.bound {
            return;
        }
        self.tie(who.worker, "share");
        // Whom the case is about is always told.
        self.bond_of(who.worker)
            .shared
            .extend(PASSED_ON.into_iter().chain(["identity"]));
    }
}
