using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ScrBudget.TestSupport;

/// <summary>
/// A throw-away PostgreSQL server: Debian's own program on a folder of its own, reached through a Unix socket in that
/// folder, so that no port can collide with another run. Stopped and removed when disposed, and also when the test
/// process dies, since the shell that keeps the server waits for the end of its input.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string ProgramsVariable = "SCRBUDGET_POSTGRESQL";
    private const string ServerUser = "postgres";
    private const string ReadyMark = "ready ";

    // $1 is the folder of PostgreSQL's programs. The folder stands in /tmp whatever TMPDIR says: the path of a socket may
    // have 107 characters, and the server's user must be able to enter. The signals of a run that is interrupted reach
    // this shell too; it ignores them, because its input ends at the same moment and it has still to clean up.
    private const string KeeperScript = """
        trap '' HUP INT TERM
        folder=$(mktemp -d /tmp/scrbudget-postgresql.XXXXXX) || exit 1
        log=$folder/log
        "$1/initdb" -D "$folder/data" -U tests -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$log" 2>&1 &&
          "$1/pg_ctl" -D "$folder/data" -w -t 60 -l "$log" -o "-k $folder -c listen_addresses='' -c fsync=off \
            -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >>"$log" 2>&1
        if [ $? -eq 0 ]; then
          echo "ready $folder"
          cat >/dev/null
          "$1/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        else
          cat "$log" >&2
        fi
        rm -rf "$folder"
        """;

    private readonly Process keeper;
    private bool isDisposed;

    private PostgreSqlServer(Process keeper, string folder)
    {
        this.keeper = keeper;
        Folder = folder;
    }

    /// <summary>The folder that holds the server's data and socket, for as long as it runs.</summary>
    public string Folder { get; }

    /// <summary>Starts a server with no databases but PostgreSQL's own; takes about a second.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed or did not start; the message says why and what to do.</exception>
    public static Task<PostgreSqlServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var named = Environment.GetEnvironmentVariable(ProgramsVariable);
        return StartAsync(string.IsNullOrEmpty(named) ? DebianFolders() : [named], cancellationToken);
    }

    /// <summary>The same, with the programs of the first of these folders that has them.</summary>
    /// <exception cref="InvalidOperationException">None has them, or PostgreSQL did not start.</exception>
    public static async Task<PostgreSqlServer> StartAsync(
        IEnumerable<string> programFolders,
        CancellationToken cancellationToken = default
    )
    {
        var programs =
            programFolders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException(
                "PostgreSQL is not installed, and the tests against it must not be skipped. Install Debian's package "
                    + $"'postgresql' (eng/test.sh does), or set {ProgramsVariable} to the folder that holds initdb."
            );
        var started = Process.Start(KeeperCommand(programs))!;
        try
        {
            var answer = await started.StandardOutput.ReadLineAsync(cancellationToken);
            if (answer?.StartsWith(ReadyMark, StringComparison.Ordinal) == true)
            {
                return new PostgreSqlServer(started, answer[ReadyMark.Length..]);
            }

            var reason = await started.StandardError.ReadToEndAsync(cancellationToken);
            throw new InvalidOperationException($"PostgreSQL did not start:\n{reason}");
        }
        catch
        {
            // Ends the keeper's input: whatever it had started, it stops and removes.
            started.StandardInput.Close();
            started.Dispose();
            throw;
        }
    }

    /// <summary>Makes an empty database that no other test knows, and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionStringOf("postgres") + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionStringOf(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private string ConnectionStringOf(string database) =>
        $"Host={Folder};Username=tests;Database={database};Include Error Detail=true";

    private static ProcessStartInfo KeeperCommand(string programs)
    {
        string[] shell = ["/bin/sh", "-c", KeeperScript, "scrbudget-postgresql", programs];
        // PostgreSQL refuses to run as root: its package's own user does.
        string[] asServerUser = Environment.IsPrivilegedProcess ? ["runuser", "-u", ServerUser, "--", .. shell] : shell;
        // A session of its own, so that a run which is killed with its whole process group leaves the keeper to clean up.
        return new ProcessStartInfo("setsid", asServerUser)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
    }

    /// <summary>Where Debian and Ubuntu keep the server's programs, the newest version first.</summary>
    private static IEnumerable<string> DebianFolders() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder =>
                    double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version)
                        ? version
                        : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
}
