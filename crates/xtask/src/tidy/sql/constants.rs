//! Whether what is handed over comes to constants alone, as far as the function tells in which it stands. What cannot be read
//! from there is no constant.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Block, Expr, ExprAssign, ExprForLoop, ExprMethodCall, ExprReference, ImplItemFn, Local, Macro, Pat, PatIdent,
    PatType, Stmt, Type,
    parse::Parser,
    visit_mut::{self, VisitMut},
};

use super::calls::{TAKING, parts};

/// The name of our own functions that answer a statement prepared from a constant.
pub(super) const PREPARED: &str = "statement";

pub(super) fn is_constant(argument: &TokenStream, function: Option<&ImplItemFn>, kept: &BTreeSet<String>) -> bool {
    let known = Known {
        function,
        kept,
        within: &[],
    };
    syn::parse2(argument.clone()).is_ok_and(|argument| known.is_made_of_constants(&argument, &[]))
}

/// What is known where a statement is handed over.
struct Known<'a> {
    function: Option<&'a ImplItemFn>,
    /// The fields that hold a constant or a prepared statement.
    kept: &'a BTreeSet<String>,
    /// The names that are being followed: one that leads back to itself leads to no constant.
    within: &'a [String],
}

impl Known<'_> {
    /// Whether all that an expression may come to is a literal, a constant, or a statement that was prepared: a prepared one
    /// is looked at where it is prepared. `place` leads to the part of a tuple that is asked about.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "whatever else the parser knows, today or later, is no constant"
    )]
    fn is_made_of_constants(&self, of: &Expr, place: &[usize]) -> bool {
        let again = |inner: &Expr| self.is_made_of_constants(inner, place);
        match of {
            Expr::Lit(_) => place.is_empty(),
            Expr::Path(path) => self.is_constant_path(&path.path, place),
            Expr::Field(field) => {
                let name = field.member.to_token_stream().to_string();
                place.is_empty() && self.kept.contains(&name)
            }
            Expr::Reference(inner) => again(&inner.expr),
            Expr::Paren(inner) => again(&inner.expr),
            Expr::Group(inner) => again(&inner.expr),
            Expr::Try(inner) => again(&inner.expr),
            Expr::Await(inner) => again(&inner.base),
            Expr::If(choice) => {
                self.is_block_of_constants(&choice.then_branch, place)
                    && choice.else_branch.as_ref().is_some_and(|(_, other)| again(other))
            }
            Expr::Match(choice) => choice.arms.iter().all(|arm| again(&arm.body)),
            // What a block with a name comes to may also stand at any `break` within.
            Expr::Block(block) => block.label.is_none() && self.is_block_of_constants(&block.block, place),
            // Nothing comes of these.
            Expr::Return(_) | Expr::Continue(_) | Expr::Break(_) => true,
            Expr::Tuple(parts) => match place {
                [] => false,
                [first, rest @ ..] => {
                    let part = parts.elems.get(*first);
                    part.is_some_and(|part| self.is_made_of_constants(part, rest))
                }
            },
            // `concat!` joins literals: the compiler takes nothing else.
            Expr::Macro(called) => place.is_empty() && called.mac.path.is_ident("concat"),
            Expr::Call(call) => {
                let is_ours = call.func.to_token_stream().to_string() == PREPARED;
                place.is_empty() && is_ours && self.is_called()
            }
            Expr::MethodCall(call) => place.is_empty() && self.is_prepared(call),
            _ => false,
        }
    }

    /// Whether a method answers a prepared statement: by itself, or by handing on the one that it is given to wait for.
    fn is_prepared(&self, call: &ExprMethodCall) -> bool {
        let name = call.method.to_string();
        match name.as_str() {
            "map_err" | "inspect_err" => self.is_made_of_constants(&call.receiver, &[]),
            "run" => matches!(call.args.first(), Some(Expr::MethodCall(inner)) if self.is_prepared(inner)),
            name => name == PREPARED || (name.starts_with("prepare") && TAKING.contains(&name)),
        }
    }

    /// Whether `statement(…)` calls our function, which no closure of that name stands before; a statement that bears its name
    /// cannot be called.
    fn is_called(&self) -> bool {
        let is_followed = self.within.iter().any(|name| name == PREPARED);
        is_followed || Bindings::of(PREPARED, self.function).is_empty() || self.is_bound(PREPARED, &[])
    }

    fn is_block_of_constants(&self, block: &Block, place: &[usize]) -> bool {
        match block.stmts.last() {
            Some(Stmt::Expr(tail, None)) => self.is_made_of_constants(tail, place),
            Some(Stmt::Expr(Expr::Return(_) | Expr::Continue(_) | Expr::Break(_), Some(_))) => true,
            _ => false,
        }
    }

    /// The name of a constant, or one that is bound to constants alone.
    fn is_constant_path(&self, path: &syn::Path, place: &[usize]) -> bool {
        let Some(last) = path.segments.last().map(|last| last.ident.to_string()) else {
            return false;
        };
        if is_name(&last) {
            return true;
        }
        path.get_ident().is_some() && !self.within.contains(&last) && self.is_bound(&last, place)
    }

    /// Whether all that a name stands for in the function is made of constants.
    fn is_bound(&self, name: &str, place: &[usize]) -> bool {
        let within: Vec<String> = self.within.iter().cloned().chain([name.to_owned()]).collect();
        let inner = Known {
            within: &within,
            ..*self
        };
        let bound = Bindings::of(name, self.function);
        let is_constant = |bound: &Bound| {
            let (Bound::Value(pattern, _) | Bound::Each(pattern, _) | Bound::Typed(pattern, _)) = bound else {
                return false;
            };
            let Some(mut there) = place_in(pattern, name) else {
                return false;
            };
            there.extend(place);
            match bound {
                Bound::Value(Pat::Type(typed), _) if is_constant_type(&typed.ty, &there) => true,
                Bound::Value(_, value) => inner.is_made_of_constants(value, &there),
                Bound::Each(_, Expr::Array(elements)) => {
                    let mut elements = elements.elems.iter();
                    elements.all(|element| inner.is_made_of_constants(element, &there))
                }
                Bound::Each(_, Expr::Path(path)) => path
                    .path
                    .segments
                    .last()
                    .is_some_and(|last| is_name(&last.ident.to_string())),
                Bound::Typed(_, kind) => is_constant_type(kind, &there),
                Bound::Each(..) | Bound::Unread => false,
            }
        };
        !bound.is_empty() && bound.iter().all(is_constant)
    }
}

/// What a name is bound to.
enum Bound {
    /// A pattern, and what stands for the whole of it.
    Value(Pat, Expr),
    /// A pattern, and each element of this stands for the whole of it.
    Each(Pat, Expr),
    /// A pattern with its type.
    Typed(Pat, Type),
    /// What cannot be read from here: an arm of a `match`, an argument without a type, whoever may write to it.
    Unread,
}

/// All that a name is bound to anywhere in a function.
struct Bindings<'a> {
    name: &'a str,
    found: Vec<Bound>,
}

impl Bindings<'_> {
    fn of(name: &str, function: Option<&ImplItemFn>) -> Vec<Bound> {
        let mut bindings = Bindings {
            name,
            found: Vec::new(),
        };
        if let Some(function) = function {
            bindings.visit_impl_item_fn_mut(&mut function.clone());
        }
        bindings.found
    }

    fn is_in(&self, pattern: &impl ToTokens) -> bool {
        names(&pattern.to_token_stream()).contains(self.name)
    }
}

impl VisitMut for Bindings<'_> {
    /// One that waits for its value binds nothing yet.
    fn visit_local_mut(&mut self, local: &mut Local) {
        if let Some(init) = &mut local.init {
            if self.is_in(&local.pat) {
                self.found.push(Bound::Value(local.pat.clone(), (*init.expr).clone()));
            }
            self.visit_local_init_mut(init);
        }
    }

    fn visit_expr_for_loop_mut(&mut self, each: &mut ExprForLoop) {
        if self.is_in(&each.pat) {
            self.found.push(Bound::Each((*each.pat).clone(), (*each.expr).clone()));
        }
        self.visit_expr_mut(&mut each.expr);
        self.visit_block_mut(&mut each.body);
    }

    fn visit_expr_assign_mut(&mut self, assign: &mut ExprAssign) {
        let pattern = Pat::parse_single.parse2(assign.left.to_token_stream());
        let is_elsewhere = matches!(*assign.left, Expr::Field(_) | Expr::Index(_) | Expr::Unary(_));
        if !is_elsewhere && self.is_in(&assign.left) {
            let value = |pattern| Bound::Value(pattern, (*assign.right).clone());
            self.found.push(pattern.map_or(Bound::Unread, value));
        }
        visit_mut::visit_expr_assign_mut(self, assign);
    }

    fn visit_pat_type_mut(&mut self, typed: &mut PatType) {
        if self.is_in(&typed.pat) {
            let (pattern, kind) = ((*typed.pat).clone(), (*typed.ty).clone());
            self.found.push(Bound::Typed(pattern, kind));
        }
    }

    /// Every pattern that is none of those above.
    fn visit_pat_ident_mut(&mut self, its: &mut PatIdent) {
        if its.ident == self.name {
            self.found.push(Bound::Unread);
        }
        visit_mut::visit_pat_ident_mut(self, its);
    }

    fn visit_expr_reference_mut(&mut self, lent: &mut ExprReference) {
        let is_it = matches!(&*lent.expr, Expr::Path(path) if path.path.is_ident(self.name));
        if lent.mutability.is_some() && is_it {
            self.found.push(Bound::Unread);
        }
        visit_mut::visit_expr_reference_mut(self, lent);
    }

    fn visit_macro_mut(&mut self, called: &mut Macro) {
        for part in parts(&called.tokens) {
            let is_in = self.is_in(&part);
            match syn::parse2::<Expr>(part) {
                Ok(mut part) => self.visit_expr_mut(&mut part),
                Err(_) if is_in => self.found.push(Bound::Unread),
                Err(_) => {}
            }
        }
    }
}

/// Whether a name is that of a constant.
fn is_name(name: &str) -> bool {
    name.chars()
        .all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_')
}

/// Where in a pattern a name stands: in which part of which tuple. None when it is in something else.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "in whatever other pattern a name stands, it is not followed"
)]
fn place_in(pattern: &Pat, name: &str) -> Option<Vec<usize>> {
    match pattern {
        Pat::Ident(its) => (its.ident == name && its.subpat.is_none()).then(Vec::new),
        Pat::Type(typed) => place_in(&typed.pat, name),
        Pat::Paren(inner) => place_in(&inner.pat, name),
        Pat::Reference(inner) => place_in(&inner.pat, name),
        Pat::Tuple(parts) => parts.elems.iter().enumerate().find_map(|(at, part)| {
            let mut place = vec![at];
            place.extend(place_in(part, name)?);
            Some(place)
        }),
        _ => None,
    }
}

/// Whether a type, or this part of it, is one that only constants and prepared statements have.
fn is_constant_type(kind: &Type, place: &[usize]) -> bool {
    match (kind, place) {
        (Type::Reference(to), []) => {
            let is_static = to.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
            (is_static && to.elem.to_token_stream().to_string() == "str") || is_constant_type(&to.elem, place)
        }
        (Type::Path(path), []) => path.path.segments.last().is_some_and(|last| last.ident == "Statement"),
        (Type::Tuple(parts), [first, rest @ ..]) => {
            let part = parts.elems.get(*first);
            part.is_some_and(|part| is_constant_type(part, rest))
        }
        _ => false,
    }
}

/// Every name that stands in a text.
pub(super) fn names(tokens: &TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(name) => drop(found.insert(name.to_string())),
            TokenTree::Group(group) => found.extend(names(&group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
