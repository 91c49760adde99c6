//! Where the pages of organisations are.

use crate::domain::{DepartmentId, DistrictId};
use crate::service::Snapshot;

use super::super::actor::part;
use super::super::errors::{Error, Result};
use super::super::page::district_address;

/// The list of a district's organisations.
pub fn list(district: &DistrictId) -> String {
    district_address(district) + "/departments"
}

/// The address of an organisation's page.
pub fn address(district: &DistrictId, department: &DepartmentId) -> String {
    format!("{}/{}", list(district), part(department.as_str()))
}

/// The page of a new organisation.
pub fn new_address(district: &DistrictId) -> String {
    list(district) + "/new"
}

/// The organisation that an address names.
pub(super) fn known(view: &Snapshot, department: &str) -> Result<DepartmentId> {
    let department = DepartmentId::parse(department).map_err(|_| Error::NotFound)?;
    match view.network.departments.contains_key(&department) {
        true => Ok(department),
        false => Err(Error::NotFound),
    }
}
