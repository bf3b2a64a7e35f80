using System.Data.Common;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Persistence;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests.Detail;

/// <summary>A page asks the database as often for much as for little.</summary>
public sealed class QueryCountTests(Provider provider) : PortalTests(provider)
{
    private const int Most = 20;

    [Test]
    public async Task A_case_page_asks_as_often_late_in_a_case_as_at_its_start()
    {
        var early = await SubmittedCase.CreateAsync(App, "receipt");
        var late = await SubmittedCase.CreateAsync(App, "triage");
        var (first, second) = (await CountAsync(early.Coordinator, early.Address), await CountAsync(early.Coordinator, late.Address));
        Assert.That(second, Is.EqualTo(first).And.GreaterThan(0).And.LessThanOrEqualTo(Most));
    }

    [Test]
    public async Task The_list_of_tasks_asks_as_often_for_many_as_for_one()
    {
        var made = await SubmittedCase.CreateAsync(App, "receipt");
        var one = await CountAsync(made.Officer, "/tasks");
        for (var more = 0; more < 5; more++)
        {
            await SubmittedCase.CreateAsync(App, "receipt");
        }

        var many = await CountAsync(made.Officer, "/tasks");
        Assert.That(many, Is.EqualTo(one).And.GreaterThan(0).And.LessThanOrEqualTo(Most));
    }

    [TestCase("/board")]
    [TestCase("/board/times")]
    public async Task The_board_asks_as_often_for_many_cases_as_for_one(string address)
    {
        var made = await SubmittedCase.CreateAsync(App, "receipt");
        var one = await CountAsync(made.Coordinator, address);
        await SubmittedCase.CreateAsync(App, "triage");
        await SubmittedCase.CreateAsync(App, "receipt");
        Assert.That(await CountAsync(made.Coordinator, address), Is.EqualTo(one).And.GreaterThan(0).And.LessThanOrEqualTo(Most));
    }

    private async Task<int> CountAsync(TestPerson person, string address)
    {
        var counter = new Counter();
        await using var counted = App.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.ConfigureDbContext<TechAssistDb>(options => options.AddInterceptors(counter))));
        counted.ClientOptions.AllowAutoRedirect = false;
        var visitor = new Visitor(counted.CreateClient(), "en");
        await visitor.SignInAsync(person);
        await visitor.GetAsync(address);
        counter.Count = 0;
        await visitor.GetAsync(address);
        return counter.Count;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Count++;
            return new ValueTask<DbDataReader>(result);
        }
    }
}
