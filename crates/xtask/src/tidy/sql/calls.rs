//! Where a source hands a statement over: each call of a method of the database that takes one.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What takes a statement as its first argument.
pub(super) const TAKING: &[&str] = &[
    "query",
    "query_one",
    "query_opt",
    "query_raw",
    "query_scalar",
    "query_one_scalar",
    "query_opt_scalar",
    "query_typed",
    "query_typed_one",
    "query_typed_opt",
    "query_typed_raw",
    "execute",
    "execute_raw",
    "execute_typed",
    "batch_execute",
    "simple_query",
    "simple_query_raw",
    "prepare",
    "prepare_cached",
    "prepare_typed",
    "prepare_typed_cached",
    "copy_in",
    "copy_out",
    "bind",
    "bind_raw",
    "savepoint",
];

/// What stands where a statement is taken: the first argument of each call by a dot, the second of each by a path.
pub(super) fn handed_over(tokens: &TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Ident(name) = token
            && TAKING.contains(&name.to_string().as_str())
            && let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before))
            && let Some(arguments) = arguments(tokens.get(at.saturating_add(1)..).unwrap_or_default())
        {
            let place = if is(before, '.') {
                Some(0)
            } else {
                is(before, ':').then_some(1)
            };
            found.extend(place.and_then(|place| parts(&arguments).into_iter().nth(place)));
        }
        if let TokenTree::Group(group) = token {
            found.extend(handed_over(&group.stream()));
        }
    }
    found
}

/// The arguments of a call, from behind its name on: types may stand before them, as in `copy_in::<_, Bytes>(COPY)`.
fn arguments(after: &[TokenTree]) -> Option<TokenStream> {
    let mut open = 0_usize;
    for token in after {
        match token {
            TokenTree::Group(group) if open == 0 => {
                return (group.delimiter() == Delimiter::Parenthesis).then(|| group.stream());
            }
            TokenTree::Punct(sign) if sign.as_char() == '<' => open = open.saturating_add(1),
            TokenTree::Punct(sign) if sign.as_char() == '>' => open = open.checked_sub(1)?,
            TokenTree::Punct(sign) if sign.as_char() == ':' => {}
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {
                if open == 0 {
                    return None;
                }
            }
        }
    }
    None
}

/// What stands between commas, or between semicolons.
pub(super) fn parts(tokens: &TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let between = tokens.split(|token| is(token, ',') || is(token, ';'));
    let parts = between.filter(|part| !part.is_empty());
    parts.map(|part| part.iter().cloned().collect()).collect()
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(its) if its.as_char() == sign)
}
