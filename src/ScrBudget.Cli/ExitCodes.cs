namespace ScrBudget.Cli;

/// <summary>What a command returns to the shell.</summary>
public static class ExitCodes
{
    /// <summary>Done; records left out for their errors are done, and counted.</summary>
    public const int Done = 0;

    /// <summary>The input is refused, or verification found problems; why stands on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The command was typed wrongly.</summary>
    public const int Usage = 2;
}
