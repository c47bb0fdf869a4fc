using ArabicNews.Tests.Support;

namespace ArabicNews.Tests.Laws;

public class PublicApiTests
{
    [Fact]
    public void PublicApi_IsTheApprovedOne() => PublicApi.ShouldBeApproved(typeof(TextSpan).Assembly);
}
