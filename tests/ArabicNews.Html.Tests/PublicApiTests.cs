using ArabicNews.Tests.Support;

namespace ArabicNews.Html.Tests;

public class PublicApiTests
{
    [Fact]
    public void PublicApi_IsTheApprovedOne() => PublicApi.ShouldBeApproved(System.Reflection.Assembly.Load("ArabicNews.Html"));
}
