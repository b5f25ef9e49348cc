//! What a view is: a name with its version, its tables, and which rows come of a fact. Pure: it reads nothing.
//!
//! What a fact needs of earlier rows is said in its statement, so that a whole batch travels without waiting for answers.

use crate::{Fact, Fault};
use tokio_postgres::types::ToSql;

/// Facts in, rows out. Lives in a schema of its own that bears its name; holds no truth.
pub trait View: Send + Sync + 'static {
    /// Its name with its version, for example `support_case_register_v1`. Other rows come with another version.
    fn name(&self) -> &'static str;

    /// The statements that make its tables, in the schema that is current.
    fn tables(&self) -> &'static str;

    /// What a fact changes.
    ///
    /// # Errors
    /// When the fact cannot be made into rows; the view is then parked before it.
    fn apply(&self, fact: &Fact, rows: &mut Rows) -> Result<(), Fault>;
}

/// A value of a statement.
pub(crate) type Bound = Box<dyn ToSql + Sync + Send>;

/// A change of rows that waits to be sent.
pub(crate) struct Change {
    pub(crate) position: u64,
    pub(crate) sql: &'static str,
    /// How the same row comes among many at once, when it is one that no other change of its view has to do with.
    pub(crate) copy: Option<&'static str>,
    pub(crate) values: Vec<Bound>,
}

/// The changes that facts make, in order.
#[derive(Default)]
pub struct Rows {
    position: u64,
    changes: Vec<Change>,
}

impl Rows {
    /// Says which fact the changes to come belong to.
    pub(crate) fn at(&mut self, position: u64) {
        self.position = position;
    }

    /// Adds a change.
    pub fn write(&mut self, sql: &'static str, values: Vec<Box<dyn ToSql + Sync + Send>>) {
        self.changes.push(Change {
            position: self.position,
            sql,
            copy: None,
            values,
        });
    }

    /// Adds a row that comes once, stays as it is, and that no other statement of the view reads or changes: so it may
    /// come before or after all others of its transaction.
    pub(crate) fn keep(&mut self, sql: &'static str, copy: &'static str, values: Vec<Bound>) {
        self.changes.push(Change {
            position: self.position,
            sql,
            copy: Some(copy),
            values,
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}

/// `change!(rows, "insert …", a, b)`: one statement with its values.
macro_rules! change {
    ($rows:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $rows.write($sql, vec![$(Box::new($value)),*])
    };
}
pub(crate) use change;

/// `keep!(rows, "table", "a, b", "$1, $2", a, b)`: one row that stays as it is, by [`Rows::keep`].
macro_rules! keep {
    ($rows:expr, $table:literal, $columns:literal, $places:literal $(, $value:expr)* $(,)?) => {
        $rows.keep(
            concat!("insert into ", $table, " (", $columns, ") values (", $places, ")"),
            concat!("copy ", $table, " (", $columns, ") from stdin (format binary)"),
            vec![$(Box::new($value)),*],
        )
    };
}
pub(crate) use keep;
