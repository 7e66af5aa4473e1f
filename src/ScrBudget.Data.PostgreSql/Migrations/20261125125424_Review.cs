using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScrBudget.Domain.Cycles;

#nullable disable

namespace ScrBudget.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Dollars",
                table: "Submissions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Fte",
                table: "Submissions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Positions",
                table: "Submissions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnalystId",
                table: "Requests",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnalystName",
                table: "Requests",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "Requests",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MergedInto",
                table: "Requests",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AnalystTrainingRequired",
                table: "Cycles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AuthorTrainingRequired",
                table: "Cycles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "BarsOwnSubmission",
                table: "Cycles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "CheckList",
                table: "Cycles",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "DescriptionEstimate",
                table: "Cycles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FieldsAsked",
                table: "Cycles",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: string.Join('\n', AskedFields.All));

            migrationBuilder.AddColumn<int>(
                name: "ImpactEstimate",
                table: "Cycles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvitedOffices",
                table: "Cycles",
                type: "character varying(540)",
                maxLength: 540,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "JustificationEstimate",
                table: "Cycles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ModularCosts",
                table: "Cycles",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "RequiresOfficeApproval",
                table: "Cycles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDueOn",
                table: "Cycles",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // A call that was opened before there were reviews: as one that is opened now (CycleSettings.ReviewDays).
            migrationBuilder.Sql("UPDATE \"Cycles\" SET \"ReviewDueOn\" = \"DueOn\" + 30");

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "Cycles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RevisedBy",
                table: "Cycles",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ScrPolicy",
                table: "Cycles",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Stages",
                table: "Cycles",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: string.Join('\n', CycleSettings.DefaultStages));

            migrationBuilder.AddColumn<int>(
                name: "RecommendationNumber",
                table: "CategoryAnswers",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerReviews",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerSequence = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerReviews", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_AnswerReviews_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckListTicks",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionNumber = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    IsTicked = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckListTicks", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CheckListTicks_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Dispositions",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionNumber = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispositions", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_Dispositions_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DownstreamRemovals",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RemovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DownstreamRemovals", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_DownstreamRemovals_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FigureFindings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    FigureNumber = table.Column<int>(type: "integer", nullable: false),
                    Bears = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureFindings", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_FigureFindings_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Guidance",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    RequiresScrData = table.Column<bool>(type: "boolean", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileMediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    FileSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileBytes = table.Column<int>(type: "integer", nullable: true),
                    IssuedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guidance", x => new { x.BudgetYear, x.Number });
                    table.ForeignKey(
                        name: "FK_Guidance_Cycles_BudgetYear",
                        column: x => x.BudgetYear,
                        principalTable: "Cycles",
                        principalColumn: "BudgetYear",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Recipient = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mails_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeMarks",
                columns: table => new
                {
                    MarkKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeMarks", x => x.MarkKey);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RequestNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsForDigest = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeSettings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    NoticeGroup = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Mail = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeSettings", x => new { x.AccountId, x.NoticeGroup });
                    table.ForeignKey(
                        name: "FK_NoticeSettings_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rankings",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    OfficeCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Numbers = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    TargetDollars = table.Column<long>(type: "bigint", nullable: true),
                    ChangedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rankings", x => new { x.BudgetYear, x.OfficeCode });
                    table.ForeignKey(
                        name: "FK_Rankings_Cycles_BudgetYear",
                        column: x => x.BudgetYear,
                        principalTable: "Cycles",
                        principalColumn: "BudgetYear",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryCode = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    FirstYear = table.Column<int>(type: "integer", nullable: true),
                    LastYear = table.Column<int>(type: "integer", nullable: true),
                    Measure = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Tco = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    SnapshotNumber = table.Column<int>(type: "integer", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => new { x.RequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_Recommendations_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewComments",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ById = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ResolvedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewComments", x => new { x.RequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewComments_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StageAmounts",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Dollars = table.Column<long>(type: "bigint", nullable: false),
                    Positions = table.Column<int>(type: "integer", nullable: true),
                    Fte = table.Column<int>(type: "integer", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageAmounts", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_StageAmounts_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatusMoves",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Action = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    FromStatus = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ToStatus = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ById = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusMoves", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_StatusMoves_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Training",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    Audience = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    RevisedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    RevisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Training", x => new { x.BudgetYear, x.Audience });
                    table.ForeignKey(
                        name: "FK_Training_Cycles_BudgetYear",
                        column: x => x.BudgetYear,
                        principalTable: "Cycles",
                        principalColumn: "BudgetYear",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceFiles",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceFiles", x => new { x.BudgetYear, x.Number });
                    table.ForeignKey(
                        name: "FK_GuidanceFiles_Guidance_BudgetYear_Number",
                        columns: x => new { x.BudgetYear, x.Number },
                        principalTable: "Guidance",
                        principalColumns: new[] { "BudgetYear", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingCompletions",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    Audience = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    PersonName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingCompletions", x => new { x.BudgetYear, x.Audience, x.AccountId });
                    table.ForeignKey(
                        name: "FK_TrainingCompletions_Training_BudgetYear_Audience",
                        columns: x => new { x.BudgetYear, x.Audience },
                        principalTable: "Training",
                        principalColumns: new[] { "BudgetYear", "Audience" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mails_AccountId",
                table: "Mails",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_NextAttemptAt",
                table: "Mails",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_AccountId_ReadAt",
                table: "Notices",
                columns: new[] { "AccountId", "ReadAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerReviews");

            migrationBuilder.DropTable(
                name: "CheckListTicks");

            migrationBuilder.DropTable(
                name: "Dispositions");

            migrationBuilder.DropTable(
                name: "DownstreamRemovals");

            migrationBuilder.DropTable(
                name: "FigureFindings");

            migrationBuilder.DropTable(
                name: "GuidanceFiles");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "NoticeMarks");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "NoticeSettings");

            migrationBuilder.DropTable(
                name: "Rankings");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "ReviewComments");

            migrationBuilder.DropTable(
                name: "StageAmounts");

            migrationBuilder.DropTable(
                name: "StatusMoves");

            migrationBuilder.DropTable(
                name: "TrainingCompletions");

            migrationBuilder.DropTable(
                name: "Guidance");

            migrationBuilder.DropTable(
                name: "Training");

            migrationBuilder.DropColumn(
                name: "Dollars",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Fte",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Positions",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AnalystId",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "AnalystName",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "AnalystTrainingRequired",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "AuthorTrainingRequired",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "BarsOwnSubmission",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "CheckList",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "DescriptionEstimate",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "FieldsAsked",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "ImpactEstimate",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "InvitedOffices",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "JustificationEstimate",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "ModularCosts",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "RequiresOfficeApproval",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "ReviewDueOn",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "RevisedBy",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "ScrPolicy",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "Stages",
                table: "Cycles");

            migrationBuilder.DropColumn(
                name: "RecommendationNumber",
                table: "CategoryAnswers");
        }
    }
}
