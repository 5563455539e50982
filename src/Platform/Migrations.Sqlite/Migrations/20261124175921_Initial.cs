using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vaka.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessment_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    counts = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    digest_secret = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    revoked = table.Column<bool>(type: "INTEGER", nullable: false),
                    for_testing = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_devices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_entity_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    properties = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_entity_lists", x => x.id);
                    table.CheckConstraint("ck_entity_lists_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "assessment_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    strength = table.Column<int>(type: "INTEGER", nullable: false),
                    dissent = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_forms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    current_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    test_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    consent_question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    refusal_answer = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    stratum_question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sex_question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    targets = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_forms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_knowledge_gaps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    research = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_knowledge_gaps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    population = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_needs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_respondents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_respondents", x => x.id);
                    table.CheckConstraint("ck_respondents_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "assessment_seal_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    private_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_seal_keys", x => x.id);
                    table.CheckConstraint("ck_seal_keys_owner_only", "audience = 0 and shared_with = ''");
                });

            migrationBuilder.CreateTable(
                name: "assessment_sealed_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    stored = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_sealed_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_competences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_competences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_institutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_institutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_lessons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    correct = table.Column<int>(type: "INTEGER", nullable: false),
                    feedback = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_lessons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_manual_blocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_manual_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_observations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    competence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    age = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    observed = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    observer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_observations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "capacity_ratings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_ratings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_edges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_item = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    from_owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    to_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_item = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    released = table.Column<bool>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_edges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_themes",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_themes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    released = table.Column<bool>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    publisher_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seal = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    row_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_deliveries",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_deliveries", x => new { x.event_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "kernel_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_imported_rows",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_imported_rows", x => new { x.kind, x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kernel_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_states",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_region = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_states", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "kernel_users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_commencements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amendment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_commencements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amendment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_comments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_instruments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    citation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    in_force = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_instruments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_legal_gaps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_legal_gaps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_norm_statuses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    @checked = table.Column<int>(name: "checked", type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_norm_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_norms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    article = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    obligation = table.Column<string>(type: "TEXT", nullable: false),
                    norm_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_norms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_path_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_path_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_ratings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    norm_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    fulfilment = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    reviewer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_ratings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_treaty_statuses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_treaty_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "law_validations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amendment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text_hash = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_validations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_actuals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    age = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_actuals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_budget_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    project = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    line = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    budget_cents = table.Column<long>(type: "INTEGER", nullable: true),
                    spent_cents = table.Column<long>(type: "INTEGER", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_budget_lines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_country_facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    is_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    against = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_country_facts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_fund_eligibility",
                columns: table => new
                {
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    is_eligible = table.Column<bool>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_fund_eligibility", x => x.state);
                });

            migrationBuilder.CreateTable(
                name: "programme_group_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_group_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_help_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    is_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_help_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    result_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    baseline = table.Column<long>(type: "INTEGER", nullable: true),
                    baseline_year = table.Column<int>(type: "INTEGER", nullable: true),
                    target = table.Column<long>(type: "INTEGER", nullable: true),
                    target_year = table.Column<int>(type: "INTEGER", nullable: true),
                    bound = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    people = table.Column<bool>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    computed = table.Column<long>(type: "INTEGER", nullable: true),
                    computed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_pages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_pages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_project_targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    project = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    framework = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_project_targets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    start = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    end = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    coverage = table.Column<string>(type: "TEXT", nullable: false),
                    idf_region = table.Column<string>(type: "TEXT", nullable: false),
                    budget = table.Column<long>(type: "INTEGER", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: true),
                    prima_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    project_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    states = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    areas = table.Column<string>(type: "TEXT", nullable: false),
                    narrative = table.Column<string>(type: "TEXT", nullable: false),
                    partners = table.Column<string>(type: "TEXT", nullable: false),
                    managing_office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    documents = table.Column<string>(type: "TEXT", nullable: false),
                    sources = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_projects", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_results", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_working_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_working_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_entities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    deleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_entities", x => x.id);
                    table.CheckConstraint("ck_entities_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_entities_entity_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "assessment_entity_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_entity_waiting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entity_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    said = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_entity_waiting", x => x.id);
                    table.CheckConstraint("ck_entity_waiting_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_entity_waiting_assessment_entity_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "assessment_entity_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_form_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @public = table.Column<string>(name: "public", type: "TEXT", maxLength: 1000, nullable: false),
                    @private = table.Column<string>(name: "private", type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_form_keys", x => x.id);
                    table.CheckConstraint("ck_form_keys_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_form_keys_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "assessment_forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_form_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<byte[]>(type: "BLOB", nullable: false),
                    md5 = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    list_files = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    source = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    warnings = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_form_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_form_versions_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "assessment_forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_sealed_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    upload_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_sealed_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_sealed_parts_sealed_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "assessment_sealed_uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_kernel_grants_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_recovery_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_kernel_recovery_codes_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    device = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_kernel_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_kernel_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_kernel_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kernel_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kernel_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_kernel_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "kernel_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "law_provisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instrument_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    is_summary = table.Column<bool>(type: "INTEGER", nullable: false),
                    as_at = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    @checked = table.Column<int>(name: "checked", type: "INTEGER", nullable: false),
                    related = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    amended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_provisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_law_provisions_law_instruments_instrument_id",
                        column: x => x.instrument_id,
                        principalTable: "law_instruments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_entity_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entity_row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    @base = table.Column<int>(name: "base", type: "INTEGER", nullable: true),
                    branch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    branch_base = table.Column<int>(type: "INTEGER", nullable: true),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    deletes = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    conflict = table.Column<int>(type: "INTEGER", nullable: false),
                    counted_as = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_entity_versions", x => x.id);
                    table.CheckConstraint("ck_entity_versions_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_entity_versions_assessment_entities_entity_row_id",
                        column: x => x.entity_row_id,
                        principalTable: "assessment_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_form_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    md5 = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_form_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_form_files_form_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "assessment_form_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    instance_id = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    replaced_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    xml = table.Column<byte[]>(type: "BLOB", nullable: false),
                    encrypted = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    flags = table.Column<string>(type: "TEXT", nullable: true),
                    signs = table.Column<string>(type: "TEXT", nullable: true),
                    test = table.Column<bool>(type: "INTEGER", nullable: false),
                    refused = table.Column<bool>(type: "INTEGER", nullable: false),
                    stratum = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    latitude = table.Column<int>(type: "INTEGER", nullable: true),
                    longitude = table.Column<int>(type: "INTEGER", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_submissions", x => x.id);
                    table.CheckConstraint("ck_submissions_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_submissions_assessment_form_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "assessment_form_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "law_amendments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    released = table.Column<bool>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    commenced_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_amendments", x => x.id);
                    table.ForeignKey(
                        name: "fk_law_amendments_provisions_provision_id",
                        column: x => x.provision_id,
                        principalTable: "law_provisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_submission_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_submission_comments", x => x.id);
                    table.CheckConstraint("ck_submission_comments_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_submission_comments_assessment_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "assessment_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_submission_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_submission_files", x => x.id);
                    table.CheckConstraint("ck_submission_files_owner_only", "audience = 0 and shared_with = ''");
                    table.ForeignKey(
                        name: "fk_assessment_submission_files_assessment_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "assessment_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "law_amendment_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amendment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    released = table.Column<bool>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_amendment_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_law_amendment_steps_law_amendments_amendment_id",
                        column: x => x.amendment_id,
                        principalTable: "law_amendments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_answers_owner",
                table: "assessment_answers",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_answers_owner_dataset",
                table: "assessment_answers",
                columns: new[] { "owner", "dataset" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_answers_owner_key",
                table: "assessment_answers",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_devices_owner",
                table: "assessment_devices",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_devices_token_hash",
                table: "assessment_devices",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_devices_user_name",
                table: "assessment_devices",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entities_list_id_entity_id",
                table: "assessment_entities",
                columns: new[] { "list_id", "entity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entities_owner",
                table: "assessment_entities",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_lists_owner",
                table: "assessment_entity_lists",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_lists_owner_name",
                table: "assessment_entity_lists",
                columns: new[] { "owner", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_versions_entity_row_id_number",
                table: "assessment_entity_versions",
                columns: new[] { "entity_row_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_versions_owner",
                table: "assessment_entity_versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_versions_submission_id_place",
                table: "assessment_entity_versions",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_waiting_list_id_entity_id",
                table: "assessment_entity_waiting",
                columns: new[] { "list_id", "entity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_waiting_owner",
                table: "assessment_entity_waiting",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_entity_waiting_submission_id_place",
                table: "assessment_entity_waiting",
                columns: new[] { "submission_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_evidence_owner",
                table: "assessment_evidence",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_evidence_owner_key",
                table: "assessment_evidence",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_findings_owner",
                table: "assessment_findings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_findings_owner_key",
                table: "assessment_findings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_files_owner",
                table: "assessment_form_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_files_version_id_name",
                table: "assessment_form_files",
                columns: new[] { "version_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_keys_form_id",
                table: "assessment_form_keys",
                column: "form_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_keys_owner",
                table: "assessment_form_keys",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_versions_form_id_version",
                table: "assessment_form_versions",
                columns: new[] { "form_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_form_versions_owner",
                table: "assessment_form_versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_forms_owner",
                table: "assessment_forms",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_forms_owner_form_id",
                table: "assessment_forms",
                columns: new[] { "owner", "form_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_knowledge_gaps_owner",
                table: "assessment_knowledge_gaps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_knowledge_gaps_owner_key",
                table: "assessment_knowledge_gaps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_needs_owner",
                table: "assessment_needs",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_needs_owner_key",
                table: "assessment_needs",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_respondents_owner",
                table: "assessment_respondents",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_respondents_owner_dataset_code",
                table: "assessment_respondents",
                columns: new[] { "owner", "dataset", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_seal_keys_key_id",
                table: "assessment_seal_keys",
                column: "key_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_seal_keys_owner",
                table: "assessment_seal_keys",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_sealed_parts_owner",
                table: "assessment_sealed_parts",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_sealed_parts_upload_id_position",
                table: "assessment_sealed_parts",
                columns: new[] { "upload_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_sealed_uploads_device_id_sha256",
                table: "assessment_sealed_uploads",
                columns: new[] { "device_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_sealed_uploads_owner",
                table: "assessment_sealed_uploads",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submission_comments_owner",
                table: "assessment_submission_comments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submission_comments_submission_id",
                table: "assessment_submission_comments",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submission_files_owner",
                table: "assessment_submission_files",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submission_files_submission_id_name",
                table: "assessment_submission_files",
                columns: new[] { "submission_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submissions_fingerprint",
                table: "assessment_submissions",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submissions_owner",
                table: "assessment_submissions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submissions_owner_instance_id",
                table: "assessment_submissions",
                columns: new[] { "owner", "instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_submissions_version_id_state",
                table: "assessment_submissions",
                columns: new[] { "version_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_capacity_competences_owner",
                table: "capacity_competences",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_competences_owner_key",
                table: "capacity_competences",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_institutions_owner",
                table: "capacity_institutions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_institutions_owner_key",
                table: "capacity_institutions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_lessons_owner",
                table: "capacity_lessons",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_lessons_owner_key",
                table: "capacity_lessons",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_manual_blocks_owner",
                table: "capacity_manual_blocks",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_manual_blocks_owner_key",
                table: "capacity_manual_blocks",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_observations_competence_id_officer_observed",
                table: "capacity_observations",
                columns: new[] { "competence_id", "officer", "observed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_capacity_observations_owner",
                table: "capacity_observations",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_ratings_institution_id",
                table: "capacity_ratings",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_ratings_owner",
                table: "capacity_ratings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_ratings_owner_key",
                table: "capacity_ratings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_edges_from_item",
                table: "evidence_edges",
                column: "from_item");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_edges_owner",
                table: "evidence_edges",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_edges_to_item",
                table: "evidence_edges",
                column: "to_item");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_versions_item_id",
                table: "evidence_versions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_versions_kind_item_id_version",
                table: "evidence_versions",
                columns: new[] { "kind", "item_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_versions_kind_key",
                table: "evidence_versions",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_versions_owner",
                table: "evidence_versions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_audit_entries_kind_row_id",
                table: "kernel_audit_entries",
                columns: new[] { "kind", "row_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kernel_audit_entries_owner",
                table: "kernel_audit_entries",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_deliveries_delivered_at",
                table: "kernel_deliveries",
                column: "delivered_at");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_grants_user_id",
                table: "kernel_grants",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_recovery_codes_user_id",
                table: "kernel_recovery_codes",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_sessions_user_id",
                table: "kernel_sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_user_claims_user_id",
                table: "kernel_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_kernel_user_logins_user_id",
                table: "kernel_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "kernel_users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "kernel_users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_amendment_steps_amendment_id_step",
                table: "law_amendment_steps",
                columns: new[] { "amendment_id", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_amendment_steps_owner",
                table: "law_amendment_steps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_amendments_owner",
                table: "law_amendments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_amendments_owner_key",
                table: "law_amendments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_amendments_provision_id",
                table: "law_amendments",
                column: "provision_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_commencements_amendment_id",
                table: "law_commencements",
                column: "amendment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_commencements_owner",
                table: "law_commencements",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_commencements_owner_key",
                table: "law_commencements",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_comments_amendment_id",
                table: "law_comments",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_comments_owner",
                table: "law_comments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_comments_owner_key",
                table: "law_comments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_instruments_owner",
                table: "law_instruments",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_instruments_owner_key",
                table: "law_instruments",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_legal_gaps_owner",
                table: "law_legal_gaps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_legal_gaps_owner_key",
                table: "law_legal_gaps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_norm_statuses_owner",
                table: "law_norm_statuses",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_norm_statuses_owner_instrument",
                table: "law_norm_statuses",
                columns: new[] { "owner", "instrument" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_norms_instrument",
                table: "law_norms",
                column: "instrument");

            migrationBuilder.CreateIndex(
                name: "ix_law_norms_owner",
                table: "law_norms",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_norms_owner_key",
                table: "law_norms",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_path_steps_owner",
                table: "law_path_steps",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_path_steps_owner_key",
                table: "law_path_steps",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_provisions_instrument_id",
                table: "law_provisions",
                column: "instrument_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_provisions_owner",
                table: "law_provisions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_provisions_owner_key",
                table: "law_provisions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_ratings_norm_id",
                table: "law_ratings",
                column: "norm_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_ratings_owner",
                table: "law_ratings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_ratings_owner_key",
                table: "law_ratings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_law_ratings_provision_id",
                table: "law_ratings",
                column: "provision_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_treaty_statuses_owner",
                table: "law_treaty_statuses",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_treaty_statuses_owner_instrument",
                table: "law_treaty_statuses",
                columns: new[] { "owner", "instrument" });

            migrationBuilder.CreateIndex(
                name: "ix_law_validations_amendment_id",
                table: "law_validations",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_law_validations_owner",
                table: "law_validations",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_law_validations_owner_key",
                table: "law_validations",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_actuals_indicator_id",
                table: "programme_actuals",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_actuals_owner",
                table: "programme_actuals",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_budget_lines_owner",
                table: "programme_budget_lines",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_budget_lines_project_line_year",
                table: "programme_budget_lines",
                columns: new[] { "project", "line", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_country_facts_owner",
                table: "programme_country_facts",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_country_facts_owner_key",
                table: "programme_country_facts",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_decisions_meeting_id",
                table: "programme_decisions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_decisions_owner",
                table: "programme_decisions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_decisions_owner_key",
                table: "programme_decisions",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_group_members_group_id",
                table: "programme_group_members",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_group_members_owner",
                table: "programme_group_members",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_help_services_owner",
                table: "programme_help_services",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_help_services_owner_key",
                table: "programme_help_services",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_indicators_owner",
                table: "programme_indicators",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_indicators_owner_key",
                table: "programme_indicators",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_indicators_result_id",
                table: "programme_indicators",
                column: "result_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_meetings_group_id",
                table: "programme_meetings",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_meetings_owner",
                table: "programme_meetings",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_meetings_owner_key",
                table: "programme_meetings",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_pages_owner",
                table: "programme_pages",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_pages_slug",
                table: "programme_pages",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_project_targets_owner",
                table: "programme_project_targets",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_project_targets_project_framework_target",
                table: "programme_project_targets",
                columns: new[] { "project", "framework", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_projects_changed_at_revision",
                table: "programme_projects",
                columns: new[] { "changed_at", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_projects_owner",
                table: "programme_projects",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_projects_owner_key",
                table: "programme_projects",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_projects_prima_id",
                table: "programme_projects",
                column: "prima_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_projects_project_id",
                table: "programme_projects",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_results_owner",
                table: "programme_results",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_results_owner_key",
                table: "programme_results",
                columns: new[] { "owner", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_results_project",
                table: "programme_results",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "ix_programme_working_groups_owner",
                table: "programme_working_groups",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_programme_working_groups_owner_key",
                table: "programme_working_groups",
                columns: new[] { "owner", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_answers");

            migrationBuilder.DropTable(
                name: "assessment_devices");

            migrationBuilder.DropTable(
                name: "assessment_entity_versions");

            migrationBuilder.DropTable(
                name: "assessment_entity_waiting");

            migrationBuilder.DropTable(
                name: "assessment_evidence");

            migrationBuilder.DropTable(
                name: "assessment_findings");

            migrationBuilder.DropTable(
                name: "assessment_form_files");

            migrationBuilder.DropTable(
                name: "assessment_form_keys");

            migrationBuilder.DropTable(
                name: "assessment_knowledge_gaps");

            migrationBuilder.DropTable(
                name: "assessment_needs");

            migrationBuilder.DropTable(
                name: "assessment_respondents");

            migrationBuilder.DropTable(
                name: "assessment_seal_keys");

            migrationBuilder.DropTable(
                name: "assessment_sealed_parts");

            migrationBuilder.DropTable(
                name: "assessment_submission_comments");

            migrationBuilder.DropTable(
                name: "assessment_submission_files");

            migrationBuilder.DropTable(
                name: "capacity_competences");

            migrationBuilder.DropTable(
                name: "capacity_institutions");

            migrationBuilder.DropTable(
                name: "capacity_lessons");

            migrationBuilder.DropTable(
                name: "capacity_manual_blocks");

            migrationBuilder.DropTable(
                name: "capacity_observations");

            migrationBuilder.DropTable(
                name: "capacity_ratings");

            migrationBuilder.DropTable(
                name: "evidence_edges");

            migrationBuilder.DropTable(
                name: "evidence_themes");

            migrationBuilder.DropTable(
                name: "evidence_versions");

            migrationBuilder.DropTable(
                name: "kernel_audit_entries");

            migrationBuilder.DropTable(
                name: "kernel_deliveries");

            migrationBuilder.DropTable(
                name: "kernel_events");

            migrationBuilder.DropTable(
                name: "kernel_grants");

            migrationBuilder.DropTable(
                name: "kernel_imported_rows");

            migrationBuilder.DropTable(
                name: "kernel_protection_keys");

            migrationBuilder.DropTable(
                name: "kernel_recovery_codes");

            migrationBuilder.DropTable(
                name: "kernel_sessions");

            migrationBuilder.DropTable(
                name: "kernel_states");

            migrationBuilder.DropTable(
                name: "kernel_user_claims");

            migrationBuilder.DropTable(
                name: "kernel_user_logins");

            migrationBuilder.DropTable(
                name: "kernel_user_tokens");

            migrationBuilder.DropTable(
                name: "law_amendment_steps");

            migrationBuilder.DropTable(
                name: "law_commencements");

            migrationBuilder.DropTable(
                name: "law_comments");

            migrationBuilder.DropTable(
                name: "law_legal_gaps");

            migrationBuilder.DropTable(
                name: "law_norm_statuses");

            migrationBuilder.DropTable(
                name: "law_norms");

            migrationBuilder.DropTable(
                name: "law_path_steps");

            migrationBuilder.DropTable(
                name: "law_ratings");

            migrationBuilder.DropTable(
                name: "law_treaty_statuses");

            migrationBuilder.DropTable(
                name: "law_validations");

            migrationBuilder.DropTable(
                name: "programme_actuals");

            migrationBuilder.DropTable(
                name: "programme_budget_lines");

            migrationBuilder.DropTable(
                name: "programme_country_facts");

            migrationBuilder.DropTable(
                name: "programme_decisions");

            migrationBuilder.DropTable(
                name: "programme_fund_eligibility");

            migrationBuilder.DropTable(
                name: "programme_group_members");

            migrationBuilder.DropTable(
                name: "programme_help_services");

            migrationBuilder.DropTable(
                name: "programme_indicators");

            migrationBuilder.DropTable(
                name: "programme_meetings");

            migrationBuilder.DropTable(
                name: "programme_pages");

            migrationBuilder.DropTable(
                name: "programme_project_targets");

            migrationBuilder.DropTable(
                name: "programme_projects");

            migrationBuilder.DropTable(
                name: "programme_results");

            migrationBuilder.DropTable(
                name: "programme_working_groups");

            migrationBuilder.DropTable(
                name: "assessment_entities");

            migrationBuilder.DropTable(
                name: "assessment_sealed_uploads");

            migrationBuilder.DropTable(
                name: "assessment_submissions");

            migrationBuilder.DropTable(
                name: "kernel_users");

            migrationBuilder.DropTable(
                name: "law_amendments");

            migrationBuilder.DropTable(
                name: "assessment_entity_lists");

            migrationBuilder.DropTable(
                name: "assessment_form_versions");

            migrationBuilder.DropTable(
                name: "law_provisions");

            migrationBuilder.DropTable(
                name: "assessment_forms");

            migrationBuilder.DropTable(
                name: "law_instruments");
        }
    }
}
