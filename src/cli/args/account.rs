//! `miteinander account` as a person types it.

use clap::{Args, Subcommand, ValueEnum};

use super::format::FormatArg;
use crate::domain::Role;

#[derive(Debug, Args)]
pub struct Account {
    #[command(subcommand)]
    pub action: AccountAction,
}

#[derive(Debug, Subcommand)]
pub enum AccountAction {
    /// Make an account; the last line is the link that invites
    Add(AddAccount),
    /// List all accounts
    List {
        /// As text or as JSON
        #[arg(long, value_enum, default_value = "text")]
        format: FormatArg,
    },
    /// Give a new link; it ends the old one
    Invite(InviteAccount),
    /// Remove an account
    Remove {
        /// Its e-mail address
        #[arg(value_name = "EMAIL")]
        email: String,
    },
    /// Go back to one person on this machine, who does not sign in
    Reset,
}

#[derive(Debug, Args)]
pub struct AddAccount {
    /// The e-mail address
    #[arg(value_name = "EMAIL")]
    pub email: String,
    /// What the account may do
    #[arg(long, value_enum)]
    pub role: RoleArg,
    /// The district that it belongs to
    #[arg(long, value_name = "ID")]
    pub district: Option<String>,
    /// Whose it is
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The address under which browsers reach the service [default: http://127.0.0.1:8080]
    #[arg(long, env = "MITEINANDER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

#[derive(Debug, Args)]
pub struct InviteAccount {
    /// The e-mail address
    #[arg(value_name = "EMAIL")]
    pub email: String,
    /// The address under which browsers reach the service [default: http://127.0.0.1:8080]
    #[arg(long, env = "MITEINANDER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleArg {
    Programme,
    DistrictCoordination,
    CoreTeam,
    Leader,
}

impl RoleArg {
    /// The word that is typed and stored.
    pub fn code(self) -> &'static str {
        let [programme, coordination, core_team, leader] = Role::CODES;
        match self {
            Self::Programme => programme,
            Self::DistrictCoordination => coordination,
            Self::CoreTeam => core_team,
            Self::Leader => leader,
        }
    }
}
