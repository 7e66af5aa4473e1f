using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScrBudget.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Cycles",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmissionYear = table.Column<int>(type: "INTEGER", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MarkingBanner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DesignatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsWorkedExample = table.Column<bool>(type: "INTEGER", nullable: false),
                    YearsCovered = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cycles", x => x.BudgetYear);
                });

            migrationBuilder.CreateTable(
                name: "ExtractSources",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ColumnChoices = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExtractSources", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "PublishedFigures",
                columns: table => new
                {
                    TableName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RowLabel = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ColumnLabel = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedFigures", x => new { x.TableName, x.RowLabel, x.ColumnLabel });
                });

            migrationBuilder.CreateTable(
                name: "ScrCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ListOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RequiresAssociation = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiresBorderCrossing = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrCategories", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Snapshots",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsSynthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RecordsSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RecordCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstApproval = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastApproval = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstFiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    YearsWithoutRecords = table.Column<string>(type: "TEXT", maxLength: 1110, nullable: false),
                    ControlTotals_Rows = table.Column<int>(type: "INTEGER", nullable: true),
                    ControlTotals_Cases = table.Column<int>(type: "INTEGER", nullable: true),
                    ControlTotals_FirstApproval = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ControlTotals_LastApproval = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DifferencesExplained = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LatestEdition = table.Column<int>(type: "INTEGER", nullable: false),
                    Quality_Verification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Quality_Sources = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Quality_RequiredAccuracy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Quality_Limitations = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Quality_Compensation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Snapshots", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUsers_Offices_OfficeCode",
                        column: x => x.OfficeCode,
                        principalTable: "Offices",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    BudgetYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    FactsVersion = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts_Appropriation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_Authority = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts_Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_KindOfChange = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_Offsets = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts_PerformanceBaseline = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_PerformanceMeasure = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_PerformanceTarget = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_PerformanceTargetDate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_PeriodOfAvailability = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_Priority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_ProgramProjectActivity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_StrategicGoal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Requests_Cycles_BudgetYear",
                        column: x => x.BudgetYear,
                        principalTable: "Cycles",
                        principalColumn: "BudgetYear",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Requests_Offices_OfficeCode",
                        column: x => x.OfficeCode,
                        principalTable: "Offices",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandingCategories",
                columns: table => new
                {
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Strength = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ListOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingCategories", x => new { x.OfficeCode, x.CategoryCode });
                    table.ForeignKey(
                        name: "FK_StandingCategories_Offices_OfficeCode",
                        column: x => x.OfficeCode,
                        principalTable: "Offices",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScrSubcategories",
                columns: table => new
                {
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    IsIllustrative = table.Column<bool>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrSubcategories", x => new { x.CategoryCode, x.Name });
                    table.ForeignKey(
                        name: "FK_ScrSubcategories_ScrCategories_CategoryCode",
                        column: x => x.CategoryCode,
                        principalTable: "ScrCategories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaxonomyEntries",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaxonomyEntries", x => x.Number);
                    table.ForeignKey(
                        name: "FK_TaxonomyEntries_ScrCategories_CategoryCode",
                        column: x => x.CategoryCode,
                        principalTable: "ScrCategories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuditSamples",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfidencePerMille = table.Column<int>(type: "INTEGER", nullable: false),
                    MarginPerMille = table.Column<int>(type: "INTEGER", nullable: false),
                    ComputedSize = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    SizeReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsStratified = table.Column<bool>(type: "INTEGER", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSamples", x => x.Number);
                    table.ForeignKey(
                        name: "FK_AuditSamples_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrCounts",
                columns: table => new
                {
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Measure = table.Column<int>(type: "INTEGER", nullable: false),
                    Tco = table.Column<int>(type: "INTEGER", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    PreviousYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Scrs = table.Column<int>(type: "INTEGER", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrCounts", x => new { x.SnapshotNumber, x.Edition, x.CategoryCode, x.Subcategory, x.Measure, x.Tco, x.FiscalYear, x.PreviousYear });
                    table.ForeignKey(
                        name: "FK_ScrCounts_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrEditions",
                columns: table => new
                {
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Exclusions = table.Column<int>(type: "INTEGER", nullable: false),
                    Confirmations = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangesSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrEditions", x => new { x.SnapshotNumber, x.Number });
                    table.ForeignKey(
                        name: "FK_ScrEditions_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrExtracts",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Layout = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    Errors = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrExtracts", x => new { x.SnapshotNumber, x.Number });
                    table.ForeignKey(
                        name: "FK_ScrExtracts_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScrOpenCases",
                columns: table => new
                {
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrOpenCases", x => new { x.SnapshotNumber, x.Edition, x.FiscalYear });
                    table.ForeignKey(
                        name: "FK_ScrOpenCases_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrProblems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ColumnName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtractNumber = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrProblems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScrProblems_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtractNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    ScrNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    TcoInvolvement = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedTco = table.Column<int>(type: "INTEGER", nullable: false),
                    HasAssociation = table.Column<bool>(type: "INTEGER", nullable: true),
                    CrossesBorders = table.Column<bool>(type: "INTEGER", nullable: true),
                    Office = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScrRecords_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScrSettlements",
                columns: table => new
                {
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    ScrNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DecidedById = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SecondPerson = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrSettlements", x => new { x.SnapshotNumber, x.ScrNumber });
                    table.ForeignKey(
                        name: "FK_ScrSettlements_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountRoles",
                columns: table => new
                {
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRoles", x => new { x.AccountId, x.Role });
                    table.ForeignKey(
                        name: "FK_AccountRoles_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AttachedStatistics",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    FirstYear = table.Column<int>(type: "INTEGER", nullable: false),
                    LastYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Tco = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    AttachedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    AttachedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttachedStatistics", x => new { x.RequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_AttachedStatistics_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AttachedStatistics_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CategoryAnswers",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FigureNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoryAnswers", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CategoryAnswers_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CostOverrides",
                columns: table => new
                {
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Dollars = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostOverrides", x => new { x.RequestId, x.LineId, x.FiscalYear });
                    table.ForeignKey(
                        name: "FK_CostOverrides_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NonPersonnelLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ObjectClass = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    UnitCost = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRecurring = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NonPersonnelLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NonPersonnelLines_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PositionLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LineOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    FullYearCost = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstYearPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRemoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PositionLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PositionLines_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestSections",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    RevisedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    RevisedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestSections", x => new { x.RequestId, x.Kind });
                    table.ForeignKey(
                        name: "FK_RequestSections_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    DocumentSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => new { x.RequestId, x.Number });
                    table.ForeignKey(
                        name: "FK_Submissions_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkingCopies",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    BasedOn = table.Column<Guid>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingCopies", x => new { x.RequestId, x.Section, x.AccountId });
                    table.ForeignKey(
                        name: "FK_WorkingCopies_Requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "Requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SampledCases",
                columns: table => new
                {
                    SampleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    TestedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    TestedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    Response = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RespondedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    RespondedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AdjudicatedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    AdjudicatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampledCases", x => new { x.SampleNumber, x.DrawOrder });
                    table.ForeignKey(
                        name: "FK_SampledCases_AuditSamples_SampleNumber",
                        column: x => x.SampleNumber,
                        principalTable: "AuditSamples",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleStrata",
                columns: table => new
                {
                    ListOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    SampleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    Drawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleStrata", x => new { x.SampleNumber, x.ListOrder });
                    table.ForeignKey(
                        name: "FK_SampleStrata_AuditSamples_SampleNumber",
                        column: x => x.SampleNumber,
                        principalTable: "AuditSamples",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScrEditionChanges",
                columns: table => new
                {
                    SnapshotNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ScrNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountsAs = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScrEditionChanges", x => new { x.SnapshotNumber, x.Edition, x.ScrNumber });
                    table.ForeignKey(
                        name: "FK_ScrEditionChanges_ScrEditions_SnapshotNumber_Edition",
                        columns: x => new { x.SnapshotNumber, x.Edition },
                        principalTable: "ScrEditions",
                        principalColumns: new[] { "SnapshotNumber", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampledScrs",
                columns: table => new
                {
                    ListOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    SampleNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    ScrNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Association = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    BorderCrossing = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampledScrs", x => new { x.SampleNumber, x.CaseOrder, x.ListOrder });
                    table.ForeignKey(
                        name: "FK_SampledScrs_SampledCases_SampleNumber_CaseOrder",
                        columns: x => new { x.SampleNumber, x.CaseOrder },
                        principalTable: "SampledCases",
                        principalColumns: new[] { "SampleNumber", "DrawOrder" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_OfficeCode",
                table: "AspNetUsers",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttachedStatistics_SnapshotNumber",
                table: "AttachedStatistics",
                column: "SnapshotNumber");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_Sequence",
                table: "AuditEntries",
                columns: new[] { "Subject", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSamples_SnapshotNumber",
                table: "AuditSamples",
                column: "SnapshotNumber");

            migrationBuilder.CreateIndex(
                name: "IX_NonPersonnelLines_RequestId",
                table: "NonPersonnelLines",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_PositionLines_RequestId",
                table: "PositionLines",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_BudgetYear",
                table: "Requests",
                column: "BudgetYear");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_Number",
                table: "Requests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Requests_OfficeCode_BudgetYear",
                table: "Requests",
                columns: new[] { "OfficeCode", "BudgetYear" });

            migrationBuilder.CreateIndex(
                name: "IX_ScrProblems_SnapshotNumber_Code",
                table: "ScrProblems",
                columns: new[] { "SnapshotNumber", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_ScrRecords_SnapshotNumber_CaseNumber",
                table: "ScrRecords",
                columns: new[] { "SnapshotNumber", "CaseNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_ScrRecords_SnapshotNumber_ScrNumber",
                table: "ScrRecords",
                columns: new[] { "SnapshotNumber", "ScrNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_TaxonomyEntries_CategoryCode",
                table: "TaxonomyEntries",
                column: "CategoryCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AttachedStatistics");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CategoryAnswers");

            migrationBuilder.DropTable(
                name: "CostOverrides");

            migrationBuilder.DropTable(
                name: "ExtractSources");

            migrationBuilder.DropTable(
                name: "NonPersonnelLines");

            migrationBuilder.DropTable(
                name: "PositionLines");

            migrationBuilder.DropTable(
                name: "PublishedFigures");

            migrationBuilder.DropTable(
                name: "RequestSections");

            migrationBuilder.DropTable(
                name: "SampledScrs");

            migrationBuilder.DropTable(
                name: "SampleStrata");

            migrationBuilder.DropTable(
                name: "ScrCounts");

            migrationBuilder.DropTable(
                name: "ScrEditionChanges");

            migrationBuilder.DropTable(
                name: "ScrExtracts");

            migrationBuilder.DropTable(
                name: "ScrOpenCases");

            migrationBuilder.DropTable(
                name: "ScrProblems");

            migrationBuilder.DropTable(
                name: "ScrRecords");

            migrationBuilder.DropTable(
                name: "ScrSettlements");

            migrationBuilder.DropTable(
                name: "ScrSubcategories");

            migrationBuilder.DropTable(
                name: "StandingCategories");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "TaxonomyEntries");

            migrationBuilder.DropTable(
                name: "WorkingCopies");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "SampledCases");

            migrationBuilder.DropTable(
                name: "ScrEditions");

            migrationBuilder.DropTable(
                name: "ScrCategories");

            migrationBuilder.DropTable(
                name: "Requests");

            migrationBuilder.DropTable(
                name: "AuditSamples");

            migrationBuilder.DropTable(
                name: "Cycles");

            migrationBuilder.DropTable(
                name: "Offices");

            migrationBuilder.DropTable(
                name: "Snapshots");
        }
    }
}
