//! `miteinander account`

use chrono::{DateTime, Utc};
use serde_json::json;

use super::args::{Account, AccountAction, AddAccount, Common, FormatArg, InviteAccount};
use super::{Failure, Outcome, open, output};
use crate::config;
use crate::domain::{AccountFault, AccountId, DistrictId, Email, Role, Text};
use crate::service::{Invitation, Keeper, Service, day};
use crate::text::pages::date;
use crate::text::{AccountTexts, Lang};

/// Looks after accounts, as whoever has the machine may.
pub async fn run(common: &Common, args: &Account) -> Outcome {
    let service = open(common).await?;
    let now = Utc::now();
    match &args.action {
        AccountAction::Add(args) => add(&service, common, args, now).await,
        AccountAction::List { format } => list(&service, common, *format).await,
        AccountAction::Invite(args) => invite(&service, common, args, now).await,
        AccountAction::Remove { email } => remove(&service, common, email, now).await,
        AccountAction::Reset => reset(&service, common, now).await,
    }
}

async fn add(service: &Service, common: &Common, args: &AddAccount, now: DateTime<Utc>) -> Outcome {
    let lang = common.lang();
    let base = base(args.public_url.as_deref(), lang)?;
    let district = args.district.as_deref().map(DistrictId::parse);
    let district = district.transpose();
    let district = district.map_err(|error| Failure::Refused(error.to_string()))?;
    let words = AccountTexts::of(lang);
    let role = Role::from_code(args.role.code(), district.clone());
    let role = role.ok_or_else(|| {
        let missing = district.is_none();
        let said = if missing {
            words.needs_district
        } else {
            words.no_district
        };
        Failure::Misused(said.to_owned())
    })?;
    let name = args.name.as_deref().map(Text::parse).transpose();
    let name = name.map_err(|error| Failure::Refused(error.to_string()))?;
    let whom = (email(&args.email, lang)?, name, role);
    let invited = service.invite(&Keeper::Operator, whom, now).await;
    let invited = invited.map_err(|error| Failure::of(&error, lang))?;
    say(&invited, &base, common);
    Ok(())
}

async fn invite(
    service: &Service,
    common: &Common,
    args: &InviteAccount,
    now: DateTime<Utc>,
) -> Outcome {
    let lang = common.lang();
    let base = base(args.public_url.as_deref(), lang)?;
    let id = known(service, &args.email, lang).await?;
    let invited = service.invite_again(&Keeper::Operator, &id, now).await;
    let invited = invited.map_err(|error| Failure::of(&error, lang))?;
    say(&invited, &base, common);
    Ok(())
}

async fn remove(service: &Service, common: &Common, email: &str, now: DateTime<Utc>) -> Outcome {
    let lang = common.lang();
    let id = known(service, email, lang).await?;
    let removed = service.remove_account(&Keeper::Operator, &id, now).await;
    removed.map_err(|error| Failure::of(&error, lang))?;
    if !common.quiet {
        output::say(&(AccountTexts::of(lang).removed)(email.trim()));
    }
    Ok(())
}

async fn reset(service: &Service, common: &Common, now: DateTime<Utc>) -> Outcome {
    let lang = common.lang();
    let reset = service.reset_accounts(now).await;
    reset.map_err(|error| Failure::of(&error, lang))?;
    if !common.quiet {
        output::say(AccountTexts::of(lang).reset);
    }
    Ok(())
}

async fn list(service: &Service, common: &Common, format: FormatArg) -> Outcome {
    let lang = common.lang();
    let there = service.accounts().await;
    let there = there.map_err(|error| Failure::of(&error, lang))?;
    let mut all: Vec<_> = there.all.values().collect();
    all.sort_by(|a, b| a.email.cmp(&b.email));
    let words = AccountTexts::of(lang);
    match format {
        FormatArg::Json => {
            let all = all.into_iter().map(|one| {
                json!({
                    "email": one.email.as_str(),
                    "name": one.name.as_ref().map(Text::as_str),
                    "role": one.role.code(),
                    "district": one.role.district().map(DistrictId::as_str),
                    "password": one.password.is_some(),
                })
            });
            let all = json!({ "mode": there.mode.code(), "accounts": all.collect::<Vec<_>>() });
            output::say(&all.to_string());
        }
        FormatArg::Text if all.is_empty() => output::say(words.none),
        FormatArg::Text => {
            for one in all {
                let state = if one.password.is_some() {
                    words.ready
                } else {
                    words.waits
                };
                let mut parts = vec![one.email.as_str(), words.role(&one.role)];
                parts.extend(one.role.district().map(DistrictId::as_str));
                parts.extend(one.name.as_ref().map(Text::as_str));
                parts.push(state);
                output::say(&parts.join(" · "));
            }
        }
    }
    Ok(())
}

/// The code first and the link last, so that a script finds it.
fn say(invited: &Invitation, base: &str, common: &Common) {
    let lang = common.lang();
    let words = AccountTexts::of(lang);
    if !common.quiet {
        let until = date(day(invited.ends), lang);
        let (email, role) = (&invited.account.email, words.role(&invited.account.role));
        output::say(&(words.code)(&invited.code));
        output::say(&(words.invited)(email.as_str(), role, &until));
    }
    output::say(&format!("{base}/invitation/{}", invited.token));
}

/// The address under which browsers reach the service.
fn base(public_url: Option<&str>, lang: Lang) -> Result<String, Failure> {
    match public_url {
        Some(url) => {
            let url = config::public_url(url, lang)?.to_string();
            Ok(url.trim_end_matches('/').to_owned())
        }
        None => Ok("http://127.0.0.1:8080".to_owned()),
    }
}

fn email(text: &str, lang: Lang) -> Result<Email, Failure> {
    let fault = |_| Failure::Refused(AccountTexts::of(lang).say(AccountFault::NoAddress));
    Email::parse(text).map_err(fault)
}

async fn known(service: &Service, text: &str, lang: Lang) -> Result<AccountId, Failure> {
    let email = email(text, lang)?;
    let there = service.accounts().await;
    let there = there.map_err(|error| Failure::of(&error, lang))?;
    let found = there.all.into_iter().find(|(_, one)| one.email == email);
    let missing = || AccountTexts::of(lang).say(AccountFault::NoSuchAccount);
    found.map(|(id, _)| id).ok_or_else(|| missing().into())
}
