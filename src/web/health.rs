//! For whoever looks after the service: whether it runs, and whether its store answers.

use axum::extract::State;

use super::App;
use super::errors::Result;

/// GET /health
pub async fn alive() -> &'static str {
    "ok\n"
}

/// GET /ready
pub async fn ready(State(app): State<App>) -> Result<&'static str> {
    app.service.ready().await?;
    Ok("ready\n")
}
