namespace ScrBudget.Documents.Word;

/// <summary>
/// A Word template that cannot be filled: missing, unreadable, or with a tag that the document does not know. The
/// message is for the person who edited the template: it names the file, the tag and where the tag stands.
/// </summary>
public sealed class TemplateException : Exception
{
    public TemplateException() { }

    public TemplateException(string message)
        : base(message) { }

    public TemplateException(string message, Exception innerException)
        : base(message, innerException) { }
}
