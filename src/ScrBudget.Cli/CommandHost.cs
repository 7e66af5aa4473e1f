using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Storage;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Cli;

/// <summary>
/// What all commands share: the options that go with each of them, and how one is run. A group of commands is a class
/// with <c>Build(CommandHost)</c>; its commands call <see cref="WithDatabase"/> or <see cref="WithoutDatabase"/>.
/// </summary>
public sealed class CommandHost
{
    private readonly Option<string> database = new("--database")
    {
        Description =
            "sqlite:PATH, sqlserver:CONNECTION or postgresql:CONNECTION; else ScrBudget__Database of the environment, else a SQLite file in the data folder",
        HelpName = "DATABASE",
        Recursive = true,
    };

    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document", Recursive = true };

    private readonly Option<string> actAs = new("--as")
    {
        Description = "Act as this user, with the user's permissions; else as the operator (system user)",
        HelpName = "USER",
        Recursive = true,
    };

    public void AddOptionsTo(RootCommand root)
    {
        root.Add(database);
        root.Add(json);
        root.Add(actAs);
    }

    /// <summary>Runs the command on the database of <c>--database</c>, made and migrated first where it is a SQLite file.</summary>
    public void WithDatabase(Command command, Func<DatabaseRun, Task<int>> run) =>
        WithDatabaseWhere(command, _ => true, run, _ => Task.FromResult(ExitCodes.Usage));

    /// <summary>The same for a command that needs a database only where something else is typed with it.</summary>
    public void WithDatabaseWhere(
        Command command,
        Func<ParseResult, bool> needsOne,
        Func<DatabaseRun, Task<int>> run,
        Func<CommandRun, Task<int>> otherwise
    ) =>
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (!needsOne(parsed))
                {
                    return await otherwise(new CommandRun(parsed, parsed.GetValue(json), cancellation));
                }

                var plain = new CommandRun(parsed, parsed.GetValue(json), cancellation);
                // The site reads the same setting from its configuration.
                var choice = DatabaseChoice.Parse(
                    parsed.GetValue(database) ?? Environment.GetEnvironmentVariable("ScrBudget__Database")
                );
                if (!choice.IsDone)
                {
                    return plain.Refuse(choice.Refusal);
                }

                var time = OfficeTime.Parse(Environment.GetEnvironmentVariable("ScrBudget__TimeZone"));
                if (!time.IsDone)
                {
                    return plain.Refuse(time.Refusal);
                }

                await using var services = new ServiceCollection()
                    .AddSingleton<TimeProvider>(time.Value)
                    .AddScrBudget(choice.Value)
                    .BuildServiceProvider();
                if (choice.Value.Kind == DatabaseKind.Sqlite)
                {
                    var prepared = await services.GetRequiredService<PrepareDatabase>().ExecuteAsync(cancellation);
                    if (!prepared.IsDone)
                    {
                        return plain.Refuse(prepared.Refusal);
                    }
                }

                var person = parsed.GetValue(actAs) is { } userName
                    ? await services.GetRequiredService<FindAccounts>().ByUserNameAsync(userName, cancellation)
                    : Person.SystemOperator;
                return person.IsDone
                    ? await run(new DatabaseRun(plain, services, person.Value))
                    : plain.Refuse(person.Refusal);
            }
        );

    /// <summary>Runs a command that needs no database.</summary>
    public void WithoutDatabase(Command command, Func<CommandRun, Task<int>> run) =>
        command.SetAction(
            async (parsed, cancellation) => await run(new CommandRun(parsed, parsed.GetValue(json), cancellation))
        );
}
