using ScrBudget.Application.Storage;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public void NewFolder_IsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are a matter of Unix.");
        using var place = new TemporaryFolder();

        var made = DataFolder.Make(place.File("data"));

        Assert.Equal("rwx------", Mode(made));
        Assert.Null(DataFolder.Warning(made));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupExecute)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void FolderThatOthersCanEnter_KeepsItsModeAndIsWarnedOf(UnixFileMode others)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are a matter of Unix.");
        using var place = new TemporaryFolder();
        var folder = DataFolder.Make(place.File("data"));
        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);
        var before = Mode(folder);

        Assert.Equal(folder, DataFolder.Make(folder));

        Assert.Equal(before, Mode(folder));
        Assert.Contains($"chmod 700 '{folder}'", DataFolder.Warning(folder)!, StringComparison.Ordinal);
    }

    private static void SetMode(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    private static string Mode(string folder)
    {
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(folder);
        return string.Concat("rwxrwxrwx".Select((letter, index) => ((int)mode >> (8 - index) & 1) == 1 ? letter : '-'));
    }
}
