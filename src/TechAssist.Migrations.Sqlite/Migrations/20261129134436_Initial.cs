using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechAssist.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answered_calls",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_calls", x => new { x.person_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assistance_types",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    is_from_mandate = table.Column<bool>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assistance_types", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "code_list_items",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_list_items", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "countries",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    alpha3 = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    continent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    default_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    languages = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    weekend = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    is_least_developed = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_eu_member = table.Column<bool>(type: "INTEGER", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_on_steering_committee = table.Column<bool>(type: "INTEGER", nullable: false),
                    reference_areas = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countries", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "document_chunks",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_chunks", x => new { x.sha256, x.index });
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    about_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    for_expert_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    added_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "expert_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frameworks",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_from = table.Column<int>(type: "INTEGER", nullable: false),
                    period_to = table.Column<int>(type: "INTEGER", nullable: false),
                    is_current = table.Column<bool>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frameworks", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "import_column_names",
                columns: table => new
                {
                    header = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_column_names", x => x.header);
                });

            migrationBuilder.CreateTable(
                name: "inbox_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from_address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    from_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    preview = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    handled_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_marks",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    validity = table.Column<long>(type: "INTEGER", nullable: false),
                    last_uid = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_marks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "matching_weights",
                columns: table => new
                {
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    weights = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matching_weights", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "office_weeks",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    calendars = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    weekend = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    opens_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    closes_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_weeks", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step_row_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    once_path = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    more_time_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reply_to = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    hold = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    not_before_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    digest_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    bounced_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    bounce_seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    institution = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    invited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_holidays",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    calendars = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    corrects = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_holidays", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "reference_counters",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_counters", x => new { x.year, x.country });
                });

            migrationBuilder.CreateTable(
                name: "reference_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "refusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    explanation = table.Column<string>(type: "TEXT", nullable: false),
                    way_forward = table.Column<string>(type: "TEXT", nullable: false),
                    referred_to = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decided_for_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    appeal_until_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refusals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    invited_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    profile = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    parts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mailed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    track = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    confidentiality = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    created_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    requester_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    saved_from = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    case_officer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    endorsed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    endorsed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    contact_confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hold_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paused_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    copied_from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roster_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roster_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    mapping = table.Column<string>(type: "TEXT", nullable: false),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    separator = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    duplicates = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    line_count = table.Column<int>(type: "INTEGER", nullable: false),
                    done_count = table.Column<int>(type: "INTEGER", nullable: false),
                    started_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    run_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signed_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signed_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_transversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.code);
                    table.ForeignKey(
                        name: "fk_themes_themes_parent_code",
                        column: x => x.parent_code,
                        principalTable: "themes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    chain = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    step_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    definition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_versions",
                columns: table => new
                {
                    definition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_versions", x => new { x.definition, x.version });
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    country_code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.code);
                    table.ForeignKey(
                        name: "fk_memberships_countries_country_code",
                        column: x => x.country_code,
                        principalTable: "countries",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "framework_parts",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    framework_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_framework_parts", x => x.code);
                    table.ForeignKey(
                        name: "fk_framework_parts_frameworks_framework_code",
                        column: x => x.framework_code,
                        principalTable: "frameworks",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
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
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duty_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hand_over_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    taken_over_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_periods", x => x.id);
                    table.ForeignKey(
                        name: "fk_duty_periods_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    profile = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    sort_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    consent_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rapid_until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_ask_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    suitability = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    staff_note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experts", x => x.id);
                    table.ForeignKey(
                        name: "fk_experts_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "mail_choices",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    pace = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    is_in_portal = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_choices", x => new { x.person_id, x.kind });
                    table.ForeignKey(
                        name: "fk_mail_choices_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_notifications_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    granted_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_assignments_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "substitutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    substitute_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    named_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_substitutions", x => x.id);
                    table.ForeignKey(
                        name: "fk_substitutions_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_substitutions_person_substitute_id",
                        column: x => x.substitute_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    auto_proposes = table.Column<bool>(type: "INTEGER", nullable: false),
                    opens_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closes_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    opened_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => x.id);
                    table.ForeignKey(
                        name: "fk_calls_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    is_internal = table.Column<bool>(type: "INTEGER", nullable: false),
                    mentions = table.Column<string>(type: "TEXT", nullable: false),
                    documents = table.Column<string>(type: "TEXT", nullable: false),
                    posted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_by_mail = table.Column<bool>(type: "INTEGER", nullable: false),
                    quoted = table.Column<string>(type: "TEXT", nullable: true),
                    refused_files = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_messages_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_tags",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tags", x => new { x.request_id, x.kind, x.code });
                    table.ForeignKey(
                        name: "fk_case_tags_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "co_requester_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    confirmed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    recorded_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_co_requester_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_co_requester_confirmations_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "missions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    status_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    start_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    actual_start_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    actual_end_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    checklist = table.Column<string>(type: "TEXT", nullable: false),
                    participants_women = table.Column<int>(type: "INTEGER", nullable: true),
                    participants_men = table.Column<int>(type: "INTEGER", nullable: true),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    debrief_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    debrief_notes = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    costs = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missions", x => x.id);
                    table.ForeignKey(
                        name: "fk_missions_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_countries",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    endorsed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    endorsed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_countries", x => new { x.request_id, x.country });
                    table.ForeignKey(
                        name: "fk_request_countries_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_objectives",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_objectives", x => new { x.request_id, x.code });
                    table.ForeignKey(
                        name: "fk_request_objectives_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    mission_number = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    fr = table.Column<string>(type: "TEXT", nullable: true),
                    en = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_entries_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    commented_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_terms_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roster_import_lines",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    cells = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 220, nullable: true),
                    faults = table.Column<string>(type: "TEXT", nullable: false),
                    has_faults = table.Column<bool>(type: "INTEGER", nullable: false),
                    lacks_consent = table.Column<bool>(type: "INTEGER", nullable: false),
                    same_as_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    same_as_name = table.Column<string>(type: "TEXT", maxLength: 220, nullable: true),
                    choice = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision_after = table.Column<int>(type: "INTEGER", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    kept_because = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_import_lines", x => new { x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_roster_import_lines_roster_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "roster_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    bookmark_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due = table.Column<string>(type: "TEXT", nullable: true),
                    calendar = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    is_carried_over = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_automatic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_steps_workflow_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "workflow_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "objectives",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    framework_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    part_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    is_transversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    unofficial_language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objectives", x => x.code);
                    table.ForeignKey(
                        name: "fk_objectives_framework_parts_part_code",
                        column: x => x.part_code,
                        principalTable: "framework_parts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objectives_frameworks_framework_code",
                        column: x => x.framework_code,
                        principalTable: "frameworks",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_rulings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    filter = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    for_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_rulings", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_rulings_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_conflict_rulings_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    deliverables = table.Column<string>(type: "TEXT", nullable: false),
                    follow_on_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    suitability = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    remarked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluations", x => x.id);
                    table.ForeignKey(
                        name: "fk_evaluations_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_evaluations_requests_follow_on_id",
                        column: x => x.follow_on_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_evaluations_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_absences",
                columns: table => new
                {
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_absences", x => new { x.expert_id, x.from, x.to });
                    table.ForeignKey(
                        name: "fk_expert_absences_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_countries",
                columns: table => new
                {
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_countries", x => new { x.expert_id, x.country });
                    table.ForeignKey(
                        name: "fk_expert_countries_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_languages",
                columns: table => new
                {
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_languages", x => new { x.expert_id, x.language, x.level });
                    table.ForeignKey(
                        name: "fk_expert_languages_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_nationalities",
                columns: table => new
                {
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_nationalities", x => new { x.expert_id, x.country });
                    table.ForeignKey(
                        name: "fk_expert_nationalities_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expert_themes",
                columns: table => new
                {
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_themes", x => new { x.expert_id, x.theme, x.level });
                    table.ForeignKey(
                        name: "fk_expert_themes_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "readiness_asks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_asks", x => x.id);
                    table.ForeignKey(
                        name: "fk_readiness_asks_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "nominations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    call_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    is_reserve = table.Column<bool>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    score = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    proposed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    invited_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    put_forward_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    selected_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    replaces_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    release_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    release_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    offered_days = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    declaration = table.Column<string>(type: "TEXT", nullable: true),
                    conflict_waiver = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominations", x => x.id);
                    table.ForeignKey(
                        name: "fk_nominations_calls_call_id",
                        column: x => x.call_id,
                        principalTable: "calls",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_nominations_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nominations_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "checklist_alarms",
                columns: table => new
                {
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    departs_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days_before = table.Column<int>(type: "INTEGER", nullable: false),
                    is_reported = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_alarms", x => new { x.mission_id, x.departs_on, x.days_before });
                    table.ForeignKey(
                        name: "fk_checklist_alarms_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.mission_id);
                    table.ForeignKey(
                        name: "fk_deliveries_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mission_members",
                columns: table => new
                {
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_lead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_members", x => new { x.mission_id, x.expert_id });
                    table.ForeignKey(
                        name: "fk_mission_members_experts_expert_id",
                        column: x => x.expert_id,
                        principalTable: "experts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_mission_members_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mission_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    done = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    open_points = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    mood = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    corrected_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_mission_notes_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mission_surveys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expected_count = table.Column<int>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_surveys", x => x.id);
                    table.ForeignKey(
                        name: "fk_mission_surveys_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    institution = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    function = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    pre_test = table.Column<int>(type: "INTEGER", nullable: true),
                    post_test = table.Column<int>(type: "INTEGER", nullable: true),
                    is_certified = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_participants_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    conflicts = table.Column<string>(type: "TEXT", nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    final_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_reports_missions_mission_id",
                        column: x => x.mission_id,
                        principalTable: "missions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_row_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    fire_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    is_in_portal_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    reassigns = table.Column<bool>(type: "INTEGER", nullable: false),
                    bookmark_id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_paused = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_deadlines_steps_step_row_id",
                        column: x => x.step_row_id,
                        principalTable: "steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_row_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    closed_for_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_for_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    draft_saved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_items_steps_step_row_id",
                        column: x => x.step_row_id,
                        principalTable: "steps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "objective_links",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    note_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    note_fr = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_links", x => x.code);
                    table.ForeignKey(
                        name: "fk_objective_links_objectives_from_code",
                        column: x => x.from_code,
                        principalTable: "objectives",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_objective_links_objectives_to_code",
                        column: x => x.to_code,
                        principalTable: "objectives",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    survey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relevance = table.Column<int>(type: "INTEGER", nullable: false),
                    clarity = table.Column<int>(type: "INTEGER", nullable: false),
                    usefulness = table.Column<int>(type: "INTEGER", nullable: false),
                    experts = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation = table.Column<int>(type: "INTEGER", nullable: false),
                    will_apply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    sex = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    hidden_reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_answers_mission_surveys_survey_id",
                        column: x => x.survey_id,
                        principalTable: "mission_surveys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendances", x => new { x.participant_id, x.session_id });
                    table.ForeignKey(
                        name: "fk_attendances_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    partners = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    cost_range = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    next_step = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    objective = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    follow_on_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_initiatives", x => x.id);
                    table.ForeignKey(
                        name: "fk_initiatives_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_initiatives_requests_follow_on_id",
                        column: x => x.follow_on_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_initiatives_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "public_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    restrictions = table.Column<string>(type: "TEXT", nullable: false),
                    names_team = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_public_versions_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_public_versions_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recommendations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    term = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    objective = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    means = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    response = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    response_comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    responded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    responded_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    follow_on_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verified_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    superseded_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    are_reminders_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_reminder_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ages_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    addressee_words = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendations", x => x.id);
                    table.ForeignKey(
                        name: "fk_recommendations_recommendations_superseded_by_id",
                        column: x => x.superseded_by_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_recommendations_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_recommendations_requests_follow_on_id",
                        column: x => x.follow_on_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_recommendations_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    section = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    quote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    before = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    after = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    is_from_beneficiary = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    replies = table.Column<string>(type: "TEXT", nullable: false),
                    resolved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    resolved_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_comments_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    small_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    small_size = table.Column<long>(type: "INTEGER", nullable: false),
                    small_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_photos_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_report_photos_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_saves",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_saves", x => new { x.report_id, x.revision });
                    table.ForeignKey(
                        name: "fk_report_saves_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_translations",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    original = table.Column<string>(type: "TEXT", nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_translations", x => new { x.report_id, x.language, x.source });
                    table.ForeignKey(
                        name: "fk_report_translations_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_versions",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_versions", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "fk_report_versions_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_word_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    is_blind = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    loose = table.Column<string>(type: "TEXT", nullable: false),
                    remarks = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_word_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_word_uploads_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "initiative_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    initiative_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_initiative_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_initiative_notes_initiatives_initiative_id",
                        column: x => x.initiative_id,
                        principalTable: "initiatives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recommendation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_recommendation_notes_recommendations_recommendation_id",
                        column: x => x.recommendation_id,
                        principalTable: "recommendations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_hash",
                table: "api_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_person_id",
                table: "api_tokens",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "AspNetUserClaims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "AspNetUserLogins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_calls_next_at",
                table: "calls",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_calls_request_id",
                table: "calls",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_messages_request_id_id",
                table: "case_messages",
                columns: new[] { "request_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_tags_kind_code",
                table: "case_tags",
                columns: new[] { "kind", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_co_requester_confirmations_request_id_institution",
                table: "co_requester_confirmations",
                columns: new[] { "request_id", "institution" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_code_list_items_list_value",
                table: "code_list_items",
                columns: new[] { "list", "value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conflict_rulings_expert_id",
                table: "conflict_rulings",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_rulings_request_id_expert_id",
                table: "conflict_rulings",
                columns: new[] { "request_id", "expert_id" });

            migrationBuilder.CreateIndex(
                name: "ix_countries_alpha3",
                table: "countries",
                column: "alpha3",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_handled_at_is_paused_fire_at",
                table: "deadlines",
                columns: new[] { "handled_at", "is_paused", "fire_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_request_id",
                table: "deadlines",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_run_id",
                table: "deadlines",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_step_row_id",
                table: "deadlines",
                column: "step_row_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_request_id_added_at",
                table: "documents",
                columns: new[] { "request_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_periods_from_on",
                table: "duty_periods",
                column: "from_on",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_periods_person_id",
                table: "duty_periods",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_periods_to_on",
                table: "duty_periods",
                column: "to_on");

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_expert_id",
                table: "evaluations",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_follow_on_id",
                table: "evaluations",
                column: "follow_on_id");

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_request_id_kind",
                table: "evaluations",
                columns: new[] { "request_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_countries_country",
                table: "expert_countries",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "ix_expert_files_owner_id",
                table: "expert_files",
                column: "owner_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_expert_files_sha256",
                table: "expert_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_expert_languages_language_level",
                table: "expert_languages",
                columns: new[] { "language", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_nationalities_country",
                table: "expert_nationalities",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "ix_expert_themes_theme_level",
                table: "expert_themes",
                columns: new[] { "theme", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_experts_email_key",
                table: "experts",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_experts_name_key",
                table: "experts",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_experts_next_ask_on",
                table: "experts",
                column: "next_ask_on");

            migrationBuilder.CreateIndex(
                name: "ix_experts_person_id",
                table: "experts",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_experts_sort_name_id",
                table: "experts",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_framework_parts_framework_code",
                table: "framework_parts",
                column: "framework_code");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mails_from_address_received_at",
                table: "inbox_mails",
                columns: new[] { "from_address", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mails_key",
                table: "inbox_mails",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mails_state_id",
                table: "inbox_mails",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_initiative_notes_initiative_id",
                table: "initiative_notes",
                column: "initiative_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_changed_at_id",
                table: "initiatives",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_follow_on_id",
                table: "initiatives",
                column: "follow_on_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_report_id",
                table: "initiatives",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_request_id_number",
                table: "initiatives",
                columns: new[] { "request_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_country_code",
                table: "memberships",
                column: "country_code");

            migrationBuilder.CreateIndex(
                name: "ix_mission_members_expert_id",
                table: "mission_members",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ix_mission_notes_mission_id_author_id_key",
                table: "mission_notes",
                columns: new[] { "mission_id", "author_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mission_notes_mission_id_on",
                table: "mission_notes",
                columns: new[] { "mission_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_surveys_code",
                table: "mission_surveys",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mission_surveys_mission_id",
                table: "mission_surveys",
                column: "mission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mission_surveys_request_id",
                table: "mission_surveys",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_missions_request_id_number",
                table: "missions",
                columns: new[] { "request_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_missions_status_start_on",
                table: "missions",
                columns: new[] { "status", "start_on" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_call_id",
                table: "nominations",
                column: "call_id");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_expert_id_status",
                table: "nominations",
                columns: new[] { "expert_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_request_id_status",
                table: "nominations",
                columns: new[] { "request_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_created_at",
                table: "notifications",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_id",
                table: "notifications",
                columns: new[] { "person_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_read_at_created_at",
                table: "notifications",
                columns: new[] { "person_id", "read_at", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_objective_links_from_code_to_code",
                table: "objective_links",
                columns: new[] { "from_code", "to_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objective_links_to_code",
                table: "objective_links",
                column: "to_code");

            migrationBuilder.CreateIndex(
                name: "ix_objectives_framework_code",
                table: "objectives",
                column: "framework_code");

            migrationBuilder.CreateIndex(
                name: "ix_objectives_part_code",
                table: "objectives",
                column: "part_code");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_digest_id",
                table: "outbox",
                column: "digest_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                table: "outbox",
                column: "next_try_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_request_id",
                table: "outbox",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_state_created_at",
                table: "outbox",
                columns: new[] { "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_to_address_next_try_at",
                table: "outbox",
                columns: new[] { "to_address", "next_try_at" });

            migrationBuilder.CreateIndex(
                name: "ix_participants_mission_id",
                table: "participants",
                column: "mission_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "people",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_versions_published_at_id",
                table: "public_versions",
                columns: new[] { "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_public_versions_report_id",
                table: "public_versions",
                column: "report_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_versions_request_id",
                table: "public_versions",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_readiness_asks_expert_id_item_on_stage",
                table: "readiness_asks",
                columns: new[] { "expert_id", "item", "on", "stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_readiness_asks_link_id",
                table: "readiness_asks",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_notes_recommendation_id",
                table: "recommendation_notes",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_ages_on",
                table: "recommendations",
                column: "ages_on");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_due_on_id",
                table: "recommendations",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_follow_on_id",
                table: "recommendations",
                column: "follow_on_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_next_reminder_on",
                table: "recommendations",
                column: "next_reminder_on");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_report_id",
                table: "recommendations",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_request_id_number",
                table: "recommendations",
                columns: new[] { "request_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_settled_at",
                table: "recommendations",
                column: "settled_at");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_superseded_by_id",
                table: "recommendations",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_refusals_request_id_decided_at",
                table: "refusals",
                columns: new[] { "request_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_email_key",
                table: "registrations",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registrations_status_saved_at_id",
                table: "registrations",
                columns: new[] { "status", "saved_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_comments_report_id",
                table: "report_comments",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_photos_document_id",
                table: "report_photos",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_photos_report_id",
                table: "report_photos",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_word_uploads_at",
                table: "report_word_uploads",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_report_word_uploads_report_id_person_id",
                table: "report_word_uploads",
                columns: new[] { "report_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reports_mission_id",
                table: "reports",
                column: "mission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_request_id",
                table: "reports",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_countries_country",
                table: "request_countries",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "ix_request_objectives_code",
                table: "request_objectives",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_requests_case_officer_id",
                table: "requests",
                column: "case_officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_created_by_id_saved_at",
                table: "requests",
                columns: new[] { "created_by_id", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_reference",
                table: "requests",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_requests_requester_id",
                table: "requests",
                column: "requester_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_status_submitted_at",
                table: "requests",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_submitted_at",
                table: "requests",
                column: "submitted_at");

            migrationBuilder.CreateIndex(
                name: "ix_role_assignments_person_id_role_country_request_id",
                table: "role_assignments",
                columns: new[] { "person_id", "role", "country", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_assignments_request_id",
                table: "role_assignments",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_assignments_role_country",
                table: "role_assignments",
                columns: new[] { "role", "country" });

            migrationBuilder.CreateIndex(
                name: "ix_roster_changes_at",
                table: "roster_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_roster_import_lines_import_id_has_faults",
                table: "roster_import_lines",
                columns: new[] { "import_id", "has_faults" });

            migrationBuilder.CreateIndex(
                name: "ix_roster_imports_status",
                table: "roster_imports",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_recommendation_id",
                table: "search_entries",
                column: "recommendation_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_report_id",
                table: "search_entries",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_request_id",
                table: "search_entries",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_year_id",
                table: "search_entries",
                columns: new[] { "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_signed_links_subject_id_purpose",
                table: "signed_links",
                columns: new[] { "subject_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_calendar_closed_at",
                table: "steps",
                columns: new[] { "calendar", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_closed_at_due_at",
                table: "steps",
                columns: new[] { "closed_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_request_id_opened_at",
                table: "steps",
                columns: new[] { "request_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_steps_run_id",
                table: "steps",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_substitutions_person_id_ended_at",
                table: "substitutions",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_substitutions_substitute_id_ended_at",
                table: "substitutions",
                columns: new[] { "substitute_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_survey_answers_survey_id",
                table: "survey_answers",
                column: "survey_id");

            migrationBuilder.CreateIndex(
                name: "ix_terms_request_id_version",
                table: "terms",
                columns: new[] { "request_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_themes_parent_code",
                table: "themes",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_chain_number",
                table: "timeline",
                columns: new[] { "chain", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_items_person_id_closed_at_due_at",
                table: "work_items",
                columns: new[] { "person_id", "closed_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_request_id",
                table: "work_items",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_step_row_id",
                table: "work_items",
                column: "step_row_id");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_mission_id",
                table: "workflow_runs",
                column: "mission_id");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_runs_request_id",
                table: "workflow_runs",
                column: "request_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_calls");

            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "assistance_types");

            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "case_messages");

            migrationBuilder.DropTable(
                name: "case_tags");

            migrationBuilder.DropTable(
                name: "checklist_alarms");

            migrationBuilder.DropTable(
                name: "co_requester_confirmations");

            migrationBuilder.DropTable(
                name: "code_list_items");

            migrationBuilder.DropTable(
                name: "conflict_rulings");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "document_chunks");

            migrationBuilder.DropTable(
                name: "duty_periods");

            migrationBuilder.DropTable(
                name: "evaluations");

            migrationBuilder.DropTable(
                name: "expert_absences");

            migrationBuilder.DropTable(
                name: "expert_countries");

            migrationBuilder.DropTable(
                name: "expert_files");

            migrationBuilder.DropTable(
                name: "expert_languages");

            migrationBuilder.DropTable(
                name: "expert_nationalities");

            migrationBuilder.DropTable(
                name: "expert_themes");

            migrationBuilder.DropTable(
                name: "import_column_names");

            migrationBuilder.DropTable(
                name: "inbox_mails");

            migrationBuilder.DropTable(
                name: "inbox_marks");

            migrationBuilder.DropTable(
                name: "initiative_notes");

            migrationBuilder.DropTable(
                name: "mail_choices");

            migrationBuilder.DropTable(
                name: "matching_weights");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "mission_members");

            migrationBuilder.DropTable(
                name: "mission_notes");

            migrationBuilder.DropTable(
                name: "nominations");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "objective_links");

            migrationBuilder.DropTable(
                name: "office_weeks");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "public_holidays");

            migrationBuilder.DropTable(
                name: "public_versions");

            migrationBuilder.DropTable(
                name: "readiness_asks");

            migrationBuilder.DropTable(
                name: "recommendation_notes");

            migrationBuilder.DropTable(
                name: "reference_counters");

            migrationBuilder.DropTable(
                name: "reference_version");

            migrationBuilder.DropTable(
                name: "refusals");

            migrationBuilder.DropTable(
                name: "registrations");

            migrationBuilder.DropTable(
                name: "report_comments");

            migrationBuilder.DropTable(
                name: "report_photos");

            migrationBuilder.DropTable(
                name: "report_saves");

            migrationBuilder.DropTable(
                name: "report_translations");

            migrationBuilder.DropTable(
                name: "report_versions");

            migrationBuilder.DropTable(
                name: "report_word_uploads");

            migrationBuilder.DropTable(
                name: "request_countries");

            migrationBuilder.DropTable(
                name: "request_objectives");

            migrationBuilder.DropTable(
                name: "role_assignments");

            migrationBuilder.DropTable(
                name: "roster_changes");

            migrationBuilder.DropTable(
                name: "roster_import_lines");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "signed_links");

            migrationBuilder.DropTable(
                name: "substitutions");

            migrationBuilder.DropTable(
                name: "survey_answers");

            migrationBuilder.DropTable(
                name: "terms");

            migrationBuilder.DropTable(
                name: "themes");

            migrationBuilder.DropTable(
                name: "timeline");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "workflow_versions");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "initiatives");

            migrationBuilder.DropTable(
                name: "countries");

            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "objectives");

            migrationBuilder.DropTable(
                name: "experts");

            migrationBuilder.DropTable(
                name: "recommendations");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "roster_imports");

            migrationBuilder.DropTable(
                name: "mission_surveys");

            migrationBuilder.DropTable(
                name: "steps");

            migrationBuilder.DropTable(
                name: "framework_parts");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "workflow_runs");

            migrationBuilder.DropTable(
                name: "frameworks");

            migrationBuilder.DropTable(
                name: "missions");

            migrationBuilder.DropTable(
                name: "requests");
        }
    }
}
