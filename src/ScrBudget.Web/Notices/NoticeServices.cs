using ScrBudget.Application.Notices;

namespace ScrBudget.Web.Notices;

/// <summary>What the site adds to the notices' use cases: the mail server, the job that sends, the bell.</summary>
internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, MailSettings mail) =>
        services.AddSingleton(mail).AddScoped<NoticeBell>().AddHostedService<NoticeJob>();
}
