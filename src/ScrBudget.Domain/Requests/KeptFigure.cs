namespace ScrBudget.Domain.Requests;

/// <summary>A superseded figure that somebody kept, against what and why. The last one for the present words counts.</summary>
public sealed class KeptFigure
{
    /// <summary>Characters of <see cref="Against"/>.</summary>
    public const int AgainstLength = 300;

    private KeptFigure() { }

    internal KeptFigure(int sequence, int figureNumber, string against, string reason, string by, DateTime at)
    {
        Sequence = sequence;
        FigureNumber = figureNumber;
        Against = against;
        Reason = reason;
        By = by;
        At = at;
    }

    public int Sequence { get; private set; }

    public int FigureNumber { get; private set; }

    /// <summary>What the snapshot that superseded it gives, in words with its number.</summary>
    public string Against { get; private set; } = string.Empty;

    public string Reason { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
