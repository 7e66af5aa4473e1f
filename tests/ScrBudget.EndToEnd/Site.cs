using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ScrBudget.EndToEnd;

/// <summary>The program itself on a real port, with a database of its own, on a day when the FY 2029 call is open.</summary>
/// <param name="settings">Beside those that every test needs.</param>
internal sealed class Site(string environment, string database, params (string Name, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    private readonly LogLines lines = new();

    /// <summary>Starts to listen on a free port; the database is made and migrated before this returns.</summary>
    public static Site Start(string environment, string database, params (string Name, string Value)[] settings)
    {
        var site = new Site(environment, database, settings);
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }

    /// <summary>Where the site answers, on the loopback address.</summary>
    public Uri BaseAddress => ClientOptions.BaseAddress;

    /// <summary>What the site has written to its log: warnings and worse.</summary>
    public IReadOnlyCollection<string> Log => lines.Written;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        // Outside Development the host finds them in a published site only.
        builder.UseStaticWebAssets();
        builder.UseSetting("ScrBudget:Database", database);
        // A test's own settings come last: these ports have no certificate.
        builder.UseSetting("ScrBudget:PlainHttp", "true");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        // Every request would be told otherwise, and a failure be hard to find among them.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.ConfigureLogging(logging => logging.AddProvider(lines));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new OpenCallClock()));
    }

    /// <summary>Runs as any clock does, but begins in the open call, whenever the tests are run.</summary>
    private sealed class OpenCallClock : TimeProvider
    {
        private readonly TimeSpan ahead =
            new DateTimeOffset(2026, 11, 25, 15, 0, 0, TimeSpan.Zero) - DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> written = new();

        public IReadOnlyCollection<string> Written => written;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => written.Enqueue($"{formatter(state, exception)} {exception}".TrimEnd());

        public void Dispose() { }
    }
}
