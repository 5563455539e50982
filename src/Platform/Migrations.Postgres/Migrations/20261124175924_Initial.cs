using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Vaka.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "programme");

            migrationBuilder.EnsureSchema(
                name: "law");

            migrationBuilder.EnsureSchema(
                name: "assessment");

            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.EnsureSchema(
                name: "capacity");

            migrationBuilder.EnsureSchema(
                name: "evidence");

            migrationBuilder.CreateTable(
                name: "actuals",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    country = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    sex = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    age = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: false),
                    denominator = table.Column<long>(type: "bigint", nullable: true),
                    source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actuals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    column = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    method = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    row_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "budget_lines",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    line = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    budget_cents = table.Column<long>(type: "bigint", nullable: true),
                    spent_cents = table.Column<long>(type: "bigint", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "commencements",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amendment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commencements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amendment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "competences",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "country_facts",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    against = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_country_facts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                schema: "kernel",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "devices",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    digest_secret = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    revoked = table.Column<bool>(type: "boolean", nullable: false),
                    for_testing = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_devices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "edges",
                schema: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_item = table.Column<Guid>(type: "uuid", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    from_owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    to_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to_item = table.Column<Guid>(type: "uuid", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    released = table.Column<bool>(type: "boolean", nullable: false),
                    team = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entity_lists",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    properties = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_lists", x => x.id);
                    table.CheckConstraint("ck_entity_lists_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<int>(type: "integer", nullable: false),
                    dissent = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forms",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    current_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    test_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consent_question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    refusal_answer = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    stratum_question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sex_question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    targets = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fund_eligibility",
                schema: "programme",
                columns: table => new
                {
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    is_eligible = table.Column<bool>(type: "boolean", nullable: true),
                    source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_eligibility", x => x.state);
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_services",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    source = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "imported_rows",
                schema: "kernel",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_rows", x => new { x.kind, x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    result_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    baseline = table.Column<long>(type: "bigint", nullable: true),
                    baseline_year = table.Column<int>(type: "integer", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    target_year = table.Column<int>(type: "integer", nullable: true),
                    bound = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    people = table.Column<bool>(type: "boolean", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    computed = table.Column<long>(type: "bigint", nullable: true),
                    computed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instruments",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_kind = table.Column<int>(type: "integer", nullable: false),
                    citation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    in_force = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instruments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_gaps",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    research = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_gaps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "legal_gaps",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_gaps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lessons",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    options = table.Column<string>(type: "text", nullable: false),
                    correct = table.Column<int>(type: "integer", nullable: false),
                    feedback = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lessons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "manual_blocks",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_manual_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "needs",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    population = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "norm_statuses",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    @checked = table.Column<int>(name: "checked", type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_norm_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "norms",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    article = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    obligation = table.Column<string>(type: "text", nullable: false),
                    norm_kind = table.Column<int>(type: "integer", nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_norms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "observations",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    competence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sex = table.Column<int>(type: "integer", nullable: false),
                    age = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    observed = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    observer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pages",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "path_steps",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_path_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "project_targets",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    framework = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_targets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    end = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    coverage = table.Column<string>(type: "text", nullable: false),
                    idf_region = table.Column<string>(type: "text", nullable: false),
                    budget = table.Column<long>(type: "bigint", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    prima_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    project_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    states = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    areas = table.Column<string>(type: "text", nullable: false),
                    narrative = table.Column<string>(type: "text", nullable: false),
                    partners = table.Column<string>(type: "text", nullable: false),
                    managing_office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    documents = table.Column<string>(type: "text", nullable: false),
                    sources = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ratings",
                schema: "capacity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ratings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ratings",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    norm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fulfilment = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reviewer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ratings1", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "respondents",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    values = table.Column<string>(type: "text", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_respondents", x => x.id);
                    table.CheckConstraint("ck_respondents_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "results",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    project = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seal_keys",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    private_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_keys", x => x.id);
                    table.CheckConstraint("ck_seal_keys_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "sealed_uploads",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    stored = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "states",
                schema: "kernel",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    is_region = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_states", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                schema: "evidence",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treaty_statuses",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_treaty_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "validations",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amendment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "versions",
                schema: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    released = table.Column<bool>(type: "boolean", nullable: false),
                    team = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    publisher_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seal = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "working_groups",
                schema: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entities",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    label = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    data = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    deleted = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entities", x => x.id);
                    table.CheckConstraint("ck_entities_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_entities_entity_lists_list_id",
                        column: x => x.list_id,
                        principalSchema: "assessment",
                        principalTable: "entity_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entity_waiting",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    said = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_waiting", x => x.id);
                    table.CheckConstraint("ck_entity_waiting_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_entity_waiting_entity_lists_list_id",
                        column: x => x.list_id,
                        principalSchema: "assessment",
                        principalTable: "entity_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "form_keys",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @public = table.Column<string>(name: "public", type: "character varying(1000)", maxLength: 1000, nullable: false),
                    @private = table.Column<string>(name: "private", type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_keys", x => x.id);
                    table.CheckConstraint("ck_form_keys_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_form_keys_forms_form_id",
                        column: x => x.form_id,
                        principalSchema: "assessment",
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "form_versions",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<byte[]>(type: "bytea", nullable: false),
                    md5 = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    list_files = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    source = table.Column<byte[]>(type: "bytea", nullable: false),
                    source_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    warnings = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_form_versions_forms_form_id",
                        column: x => x.form_id,
                        principalSchema: "assessment",
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provisions",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_summary = table.Column<bool>(type: "boolean", nullable: false),
                    as_at = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "integer", nullable: false),
                    related = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    amended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_provisions_instruments_instrument_id",
                        column: x => x.instrument_id,
                        principalSchema: "law",
                        principalTable: "instruments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_parts",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_sealed_parts_sealed_uploads_upload_id",
                        column: x => x.upload_id,
                        principalSchema: "assessment",
                        principalTable: "sealed_uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    organisation = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_grants_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovery_codes_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    device = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                schema: "kernel",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                schema: "kernel",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "kernel",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entity_versions",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    data = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    @base = table.Column<int>(name: "base", type: "integer", nullable: true),
                    branch = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    branch_base = table.Column<int>(type: "integer", nullable: true),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    deletes = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    conflict = table.Column<int>(type: "integer", nullable: false),
                    counted_as = table.Column<int>(type: "integer", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_versions", x => x.id);
                    table.CheckConstraint("ck_entity_versions_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_entity_versions_entities_entity_row_id",
                        column: x => x.entity_row_id,
                        principalSchema: "assessment",
                        principalTable: "entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "form_files",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    md5 = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_form_files_form_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "assessment",
                        principalTable: "form_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: true),
                    instance_id = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    replaced_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xml = table.Column<byte[]>(type: "bytea", nullable: false),
                    encrypted = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    flags = table.Column<string>(type: "text", nullable: true),
                    signs = table.Column<string>(type: "text", nullable: true),
                    test = table.Column<bool>(type: "boolean", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false),
                    stratum = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: true),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    latitude = table.Column<int>(type: "integer", nullable: true),
                    longitude = table.Column<int>(type: "integer", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => x.id);
                    table.CheckConstraint("ck_submissions_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_submissions_form_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "assessment",
                        principalTable: "form_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "amendments",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    after = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    released = table.Column<bool>(type: "boolean", nullable: false),
                    team = table.Column<string>(type: "text", nullable: false),
                    commenced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    themes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amendments", x => x.id);
                    table.ForeignKey(
                        name: "fk_amendments_provisions_provision_id",
                        column: x => x.provision_id,
                        principalSchema: "law",
                        principalTable: "provisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission_comments",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: true),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_comments", x => x.id);
                    table.CheckConstraint("ck_submission_comments_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_submission_comments_submissions_submission_id",
                        column: x => x.submission_id,
                        principalSchema: "assessment",
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission_files",
                schema: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_files", x => x.id);
                    table.CheckConstraint("ck_submission_files_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_submission_files_submissions_submission_id",
                        column: x => x.submission_id,
                        principalSchema: "assessment",
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "amendment_steps",
                schema: "law",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    amendment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    released = table.Column<bool>(type: "boolean", nullable: false),
                    team = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    shared_with = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    fictional = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amendment_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_amendment_steps_amendments_amendment_id",
                        column: x => x.amendment_id,
                        principalSchema: "law",
                        principalTable: "amendments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actuals_indicator_id",
                schema: "programme",
                table: "actuals",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "ix_actuals_owner",
                schema: "programme",
                table: "actuals",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_amendment_steps_amendment_id_step",
                schema: "law",
                table: "amendment_steps",
                columns: new[] { "amendment_id", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_amendment_steps_owner",
                schema: "law",
                table: "amendment_steps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_amendments_owner",
                schema: "law",
                table: "amendments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_amendments_owner_key",
                schema: "law",
                table: "amendments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_amendments_provision_id",
                schema: "law",
                table: "amendments",
                column: "provision_id");

            migrationBuilder.CreateIndex(
                name: "ix_answers_owner",
                schema: "assessment",
                table: "answers",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_answers_owner_dataset",
                schema: "assessment",
                table: "answers",
                columns: new[] { "owner", "dataset" });

            migrationBuilder.CreateIndex(
                name: "ix_answers_owner_key",
                schema: "assessment",
                table: "answers",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_kind_row_id",
                schema: "kernel",
                table: "audit_entries",
                columns: new[] { "kind", "row_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_owner",
                schema: "kernel",
                table: "audit_entries",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_owner",
                schema: "programme",
                table: "budget_lines",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_project_line_year",
                schema: "programme",
                table: "budget_lines",
                columns: new[] { "project", "line", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commencements_amendment_id",
                schema: "law",
                table: "commencements",
                column: "amendment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commencements_owner",
                schema: "law",
                table: "commencements",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_commencements_owner_key",
                schema: "law",
                table: "commencements",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_amendment_id",
                schema: "law",
                table: "comments",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_owner",
                schema: "law",
                table: "comments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_comments_owner_key",
                schema: "law",
                table: "comments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_competences_owner",
                schema: "capacity",
                table: "competences",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_competences_owner_key",
                schema: "capacity",
                table: "competences",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_country_facts_owner",
                schema: "programme",
                table: "country_facts",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_country_facts_owner_key",
                schema: "programme",
                table: "country_facts",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_meeting_id",
                schema: "programme",
                table: "decisions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_owner",
                schema: "programme",
                table: "decisions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_owner_key",
                schema: "programme",
                table: "decisions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_delivered_at",
                schema: "kernel",
                table: "deliveries",
                column: "delivered_at");

            migrationBuilder.CreateIndex(
                name: "ix_devices_owner",
                schema: "assessment",
                table: "devices",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_devices_token_hash",
                schema: "assessment",
                table: "devices",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_devices_user_name",
                schema: "assessment",
                table: "devices",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_edges_from_item",
                schema: "evidence",
                table: "edges",
                column: "from_item");

            migrationBuilder.CreateIndex(
                name: "ix_edges_owner",
                schema: "evidence",
                table: "edges",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_edges_to_item",
                schema: "evidence",
                table: "edges",
                column: "to_item");

            migrationBuilder.CreateIndex(
                name: "ix_entities_list_id_entity_id",
                schema: "assessment",
                table: "entities",
                columns: new[] { "list_id", "entity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entities_owner",
                schema: "assessment",
                table: "entities",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_entity_lists_owner",
                schema: "assessment",
                table: "entity_lists",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_entity_lists_owner_name",
                schema: "assessment",
                table: "entity_lists",
                columns: new[] { "owner", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_versions_entity_row_id_number",
                schema: "assessment",
                table: "entity_versions",
                columns: new[] { "entity_row_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_versions_owner",
                schema: "assessment",
                table: "entity_versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_entity_versions_submission_id_place",
                schema: "assessment",
                table: "entity_versions",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_entity_waiting_list_id_entity_id",
                schema: "assessment",
                table: "entity_waiting",
                columns: new[] { "list_id", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_entity_waiting_owner",
                schema: "assessment",
                table: "entity_waiting",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_entity_waiting_submission_id_place",
                schema: "assessment",
                table: "entity_waiting",
                columns: new[] { "submission_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_owner",
                schema: "assessment",
                table: "evidence",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_owner_key",
                schema: "assessment",
                table: "evidence",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_findings_owner",
                schema: "assessment",
                table: "findings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_findings_owner_key",
                schema: "assessment",
                table: "findings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_files_owner",
                schema: "assessment",
                table: "form_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_form_files_version_id_name",
                schema: "assessment",
                table: "form_files",
                columns: new[] { "version_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_keys_form_id",
                schema: "assessment",
                table: "form_keys",
                column: "form_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_keys_owner",
                schema: "assessment",
                table: "form_keys",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_form_versions_form_id_version",
                schema: "assessment",
                table: "form_versions",
                columns: new[] { "form_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_versions_owner",
                schema: "assessment",
                table: "form_versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_forms_owner",
                schema: "assessment",
                table: "forms",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_forms_owner_form_id",
                schema: "assessment",
                table: "forms",
                columns: new[] { "owner", "form_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grants_user_id",
                schema: "kernel",
                table: "grants",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_group_id",
                schema: "programme",
                table: "group_members",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_owner",
                schema: "programme",
                table: "group_members",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_help_services_owner",
                schema: "programme",
                table: "help_services",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_help_services_owner_key",
                schema: "programme",
                table: "help_services",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicators_owner",
                schema: "programme",
                table: "indicators",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_indicators_owner_key",
                schema: "programme",
                table: "indicators",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicators_result_id",
                schema: "programme",
                table: "indicators",
                column: "result_id");

            migrationBuilder.CreateIndex(
                name: "ix_institutions_owner",
                schema: "capacity",
                table: "institutions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_institutions_owner_key",
                schema: "capacity",
                table: "institutions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instruments_owner",
                schema: "law",
                table: "instruments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_instruments_owner_key",
                schema: "law",
                table: "instruments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_gaps_owner",
                schema: "assessment",
                table: "knowledge_gaps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_knowledge_gaps_owner_key",
                schema: "assessment",
                table: "knowledge_gaps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_gaps_owner",
                schema: "law",
                table: "legal_gaps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_legal_gaps_owner_key",
                schema: "law",
                table: "legal_gaps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lessons_owner",
                schema: "capacity",
                table: "lessons",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_lessons_owner_key",
                schema: "capacity",
                table: "lessons",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_manual_blocks_owner",
                schema: "capacity",
                table: "manual_blocks",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_manual_blocks_owner_key",
                schema: "capacity",
                table: "manual_blocks",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_group_id",
                schema: "programme",
                table: "meetings",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_owner",
                schema: "programme",
                table: "meetings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_owner_key",
                schema: "programme",
                table: "meetings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_needs_owner",
                schema: "assessment",
                table: "needs",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_needs_owner_key",
                schema: "assessment",
                table: "needs",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_norm_statuses_owner",
                schema: "law",
                table: "norm_statuses",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_norm_statuses_owner_instrument",
                schema: "law",
                table: "norm_statuses",
                columns: new[] { "owner", "instrument" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_norms_instrument",
                schema: "law",
                table: "norms",
                column: "instrument");

            migrationBuilder.CreateIndex(
                name: "ix_norms_owner",
                schema: "law",
                table: "norms",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_norms_owner_key",
                schema: "law",
                table: "norms",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_observations_competence_id_officer_observed",
                schema: "capacity",
                table: "observations",
                columns: new[] { "competence_id", "officer", "observed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_observations_owner",
                schema: "capacity",
                table: "observations",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_pages_owner",
                schema: "programme",
                table: "pages",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_pages_slug",
                schema: "programme",
                table: "pages",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_path_steps_owner",
                schema: "law",
                table: "path_steps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_path_steps_owner_key",
                schema: "law",
                table: "path_steps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_targets_owner",
                schema: "programme",
                table: "project_targets",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_project_targets_project_framework_target",
                schema: "programme",
                table: "project_targets",
                columns: new[] { "project", "framework", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_changed_at_revision",
                schema: "programme",
                table: "projects",
                columns: new[] { "changed_at", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_owner",
                schema: "programme",
                table: "projects",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_projects_owner_key",
                schema: "programme",
                table: "projects",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_prima_id",
                schema: "programme",
                table: "projects",
                column: "prima_id");

            migrationBuilder.CreateIndex(
                name: "ix_projects_project_id",
                schema: "programme",
                table: "projects",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisions_instrument_id",
                schema: "law",
                table: "provisions",
                column: "instrument_id");

            migrationBuilder.CreateIndex(
                name: "ix_provisions_owner",
                schema: "law",
                table: "provisions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_provisions_owner_key",
                schema: "law",
                table: "provisions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_institution_id",
                schema: "capacity",
                table: "ratings",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_owner",
                schema: "capacity",
                table: "ratings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_owner_key",
                schema: "capacity",
                table: "ratings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_norm_id",
                schema: "law",
                table: "ratings",
                column: "norm_id");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_owner_key1",
                schema: "law",
                table: "ratings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_owner1",
                schema: "law",
                table: "ratings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_provision_id",
                schema: "law",
                table: "ratings",
                column: "provision_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_codes_user_id",
                schema: "kernel",
                table: "recovery_codes",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_respondents_owner",
                schema: "assessment",
                table: "respondents",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_respondents_owner_dataset_code",
                schema: "assessment",
                table: "respondents",
                columns: new[] { "owner", "dataset", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_owner",
                schema: "programme",
                table: "results",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_results_owner_key",
                schema: "programme",
                table: "results",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_project",
                schema: "programme",
                table: "results",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "ix_seal_keys_key_id",
                schema: "assessment",
                table: "seal_keys",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_seal_keys_owner",
                schema: "assessment",
                table: "seal_keys",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_parts_owner",
                schema: "assessment",
                table: "sealed_parts",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_sealed_parts_upload_id_position",
                schema: "assessment",
                table: "sealed_parts",
                columns: new[] { "upload_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sealed_uploads_device_id_sha256",
                schema: "assessment",
                table: "sealed_uploads",
                columns: new[] { "device_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sealed_uploads_owner",
                schema: "assessment",
                table: "sealed_uploads",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                schema: "kernel",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_submission_comments_owner",
                schema: "assessment",
                table: "submission_comments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_submission_comments_submission_id",
                schema: "assessment",
                table: "submission_comments",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_submission_files_owner",
                schema: "assessment",
                table: "submission_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_submission_files_submission_id_name",
                schema: "assessment",
                table: "submission_files",
                columns: new[] { "submission_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_fingerprint",
                schema: "assessment",
                table: "submissions",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_owner",
                schema: "assessment",
                table: "submissions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_owner_instance_id",
                schema: "assessment",
                table: "submissions",
                columns: new[] { "owner", "instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_version_id_state",
                schema: "assessment",
                table: "submissions",
                columns: new[] { "version_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_treaty_statuses_owner",
                schema: "law",
                table: "treaty_statuses",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_treaty_statuses_owner_instrument",
                schema: "law",
                table: "treaty_statuses",
                columns: new[] { "owner", "instrument" });

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                schema: "kernel",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                schema: "kernel",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "kernel",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                schema: "kernel",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_validations_amendment_id",
                schema: "law",
                table: "validations",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_validations_owner",
                schema: "law",
                table: "validations",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_validations_owner_key",
                schema: "law",
                table: "validations",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_versions_item_id",
                schema: "evidence",
                table: "versions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_versions_kind_item_id_version",
                schema: "evidence",
                table: "versions",
                columns: new[] { "kind", "item_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_versions_kind_key",
                schema: "evidence",
                table: "versions",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_versions_owner",
                schema: "evidence",
                table: "versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_working_groups_owner",
                schema: "programme",
                table: "working_groups",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_working_groups_owner_key",
                schema: "programme",
                table: "working_groups",
                columns: new[] { "owner", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actuals",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "amendment_steps",
                schema: "law");

            migrationBuilder.DropTable(
                name: "answers",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "budget_lines",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "commencements",
                schema: "law");

            migrationBuilder.DropTable(
                name: "comments",
                schema: "law");

            migrationBuilder.DropTable(
                name: "competences",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "country_facts",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "deliveries",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "devices",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "edges",
                schema: "evidence");

            migrationBuilder.DropTable(
                name: "entity_versions",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "entity_waiting",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "events",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "form_files",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "form_keys",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "fund_eligibility",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "grants",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "group_members",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "help_services",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "imported_rows",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "indicators",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "institutions",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "knowledge_gaps",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "legal_gaps",
                schema: "law");

            migrationBuilder.DropTable(
                name: "lessons",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "manual_blocks",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "meetings",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "needs",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "norm_statuses",
                schema: "law");

            migrationBuilder.DropTable(
                name: "norms",
                schema: "law");

            migrationBuilder.DropTable(
                name: "observations",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "pages",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "path_steps",
                schema: "law");

            migrationBuilder.DropTable(
                name: "project_targets",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "projects",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "ratings",
                schema: "capacity");

            migrationBuilder.DropTable(
                name: "ratings",
                schema: "law");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "respondents",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "results",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "seal_keys",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "sealed_parts",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "states",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "submission_comments",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "submission_files",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "themes",
                schema: "evidence");

            migrationBuilder.DropTable(
                name: "treaty_statuses",
                schema: "law");

            migrationBuilder.DropTable(
                name: "user_claims",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "user_logins",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "user_tokens",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "validations",
                schema: "law");

            migrationBuilder.DropTable(
                name: "versions",
                schema: "evidence");

            migrationBuilder.DropTable(
                name: "working_groups",
                schema: "programme");

            migrationBuilder.DropTable(
                name: "amendments",
                schema: "law");

            migrationBuilder.DropTable(
                name: "entities",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "sealed_uploads",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "submissions",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "users",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "provisions",
                schema: "law");

            migrationBuilder.DropTable(
                name: "entity_lists",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "form_versions",
                schema: "assessment");

            migrationBuilder.DropTable(
                name: "instruments",
                schema: "law");

            migrationBuilder.DropTable(
                name: "forms",
                schema: "assessment");
        }
    }
}
